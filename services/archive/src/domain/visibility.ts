import { can } from '@huiyin/access/can';
import type { Trait } from '@huiyin/access/policy-row';
import { relationsTo, type Subject } from '@huiyin/access/relation';
import type { CaseFile } from './case-file.ts';
import { handlingShares } from './stage.ts';

/** Groups of facts with rights of their own (domain law and practice §3.2). */
export const GROUPS = [
  'text',
  'author',
  'analysis',
  'contact-records',
  'draft-reply',
  'co-opinion',
  'final-reply',
  'evaluation',
  'colours',
] as const;

export type Group = (typeof GROUPS)[number];

/** Which group an event belongs to; what is not listed belongs to the text. */
const GROUP_OF: Readonly<Record<string, Group>> = {
  'pre-review-requested': 'author',
  'pre-review-answered': 'author',
  'cosignature-requested': 'author',
  'cosignature-confirmed': 'author',
  'cosignature-voided': 'author',
  'suggestion-classified': 'analysis',
  'assignment-return-requested': 'analysis',
  'assignment-returned': 'analysis',
  'assignment-return-refused': 'analysis',
  'coordination-requested': 'analysis',
  'coordination-closed': 'analysis',
  'difficulty-reported': 'analysis',
  'contact-recorded': 'contact-records',
  'meeting-scheduled': 'contact-records',
  'meeting-declined': 'contact-records',
  'meeting-held': 'contact-records',
  'meeting-confirmed': 'contact-records',
  'co-opinion-given': 'co-opinion',
  'co-opinion-sent-back': 'co-opinion',
  'co-opinion-accepted': 'co-opinion',
  'reply-drafted': 'draft-reply',
  'reply-issued': 'final-reply',
  'reply-delivered': 'final-reply',
  'reply-supplemented': 'final-reply',
  'suggestion-evaluated': 'evaluation',
  'suggestion-lapsed': 'evaluation',
  'rehandling-ordered': 'evaluation',
};

export function groupOf(service: string, type: string): Group {
  return service === 'supervision' ? 'colours' : (GROUP_OF[type] ?? 'text');
}

/** The groups one reader may see; without `text` the case does not exist for the reader. */
export function readableGroups(file: CaseFile, reader: Subject): ReadonlySet<Group> {
  const relations = relationsOf(file, reader);
  if (
    file.submittedOn === '' &&
    !relations.some((relation) => relation === 'lead-deputy' || relation === 'cosigner')
  ) {
    return new Set();
  }
  const resource = { tenant: reader.tenant, relations, traits: traitsOf(file) };
  return new Set(GROUPS.filter((group) => can(reader, `archive.read-${group}`, resource).allowed));
}

function relationsOf(file: CaseFile, reader: Subject): ReturnType<typeof relationsTo> {
  const shares = Object.values(file.shares);
  const units = (role: string): string[] =>
    shares.filter((share) => share.role === role).map(({ unitId }) => unitId);
  const offices = new Set(shares.map(({ decidingOffice }) => decidingOffice));
  const office = (['government-office', 'congress-desk'] as const).find(
    (each) => offices.has(each) && reader.roles.includes(each),
  );
  return relationsTo(
    {
      leadDeputyId: file.leadDeputyId,
      cosignerIds: file.cosignerIds,
      mergedDeputyIds: file.mergedDeputyIds,
      leadUnitIds: handlingShares(file).map(({ unitId }) => unitId),
      coUnitIds: units('co'),
      referenceUnitIds: units('reference'),
      ...(office === undefined ? {} : { decidingOffice: office }),
    },
    reader,
  );
}

function traitsOf(file: CaseFile): Trait[] {
  const traits: Trait[] = [];
  if (file.period === 'in-session') traits.push('in-session');
  if (Object.keys(file.shares).length > 0) traits.push('assigned');
  if (Object.values(file.replies).some(({ deliveredTo }) => deliveredTo.length > 0)) traits.push('replied');
  if (Object.keys(file.evaluations).length > 0) traits.push('evaluated');
  if (file.authorConfidential) traits.push('confidential-author');
  return traits;
}
