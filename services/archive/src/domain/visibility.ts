import { can } from '@huiyin/access/can';
import type { Trait } from '@huiyin/access/policy-row';
import { relationsTo, type Relation, type Subject } from '@huiyin/access/relation';
import type { CaseFile } from './case-file.ts';

/** Groups of facts with rights of their own (domain law and practice §3.2). */
export const GROUPS = [
  'draft',
  'text',
  'author',
  'analysis',
  'contact-records',
  'task-force',
  'draft-reply',
  'co-opinion',
  'final-reply',
  'evaluation',
  'colours',
] as const;

export type Group = (typeof GROUPS)[number];

const EVENTS_OF: Readonly<Record<Exclude<Group, 'analysis' | 'colours'>, readonly string[]>> = {
  // How it was written, and who was asked to sign: its deputies' alone, whatever became of it.
  draft: [
    'suggestion-drafted',
    'draft-edited',
    'pre-review-requested',
    'pre-review-answered',
    'cosignature-requested',
    'cosignature-confirmed',
    'cosignature-voided',
    'cosigner-removed',
  ],
  text: [
    'suggestion-submitted',
    'suggestion-registered',
    'suggestion-returned',
    'suggestion-declined',
    'decline-notice-confirmed',
    'suggestion-merged',
    'suggestion-absorbed',
    'suggestion-converted',
    'withdrawal-signed',
    'withdrawal-requested',
    'withdrawal-refused',
    'suggestion-withdrawn',
    'suggestion-marked-key',
    'assignment-made',
    'assignment-acknowledged',
    'assignment-accepted',
    'assignment-reassigned',
    'assignment-succeeded',
    'rules-moved',
    'case-ended',
    'handling-closed',
    'suggestion-closed',
    'suggestion-reopened',
    'case-sealed',
  ],
  author: ['lead-passed'],
  // What a unit does with its share, and what it asks of its office.
  'contact-records': [
    'assignment-return-requested',
    'assignment-returned',
    'assignment-return-refused',
    'extension-requested',
    'extension-granted',
    'extension-refused',
    'difficulty-reported',
    'coordination-requested',
    'coordination-meeting-held',
    'coordination-closed',
    'confidant-named',
    'contact-recorded',
    'face-to-face-recorded',
    'face-to-face-signed',
    'face-to-face-denied',
    'plan-requested',
    'plan-filed',
    'meeting-scheduled',
    'meeting-rescheduled',
    'meeting-declined',
    'meeting-checked-in',
    'meeting-held',
    'meeting-confirmed',
    'meeting-cancelled',
    'dual-confirmation-completed',
    'on-site-waived',
    'look-back-required',
    'look-back-waived',
    'look-back-superseded',
    'look-back-judged',
    'rectification-ordered',
    'rectification-submitted',
    'rectification-accepted',
    'rectification-rejected',
  ],
  // Which work is whose: its members' and the offices' (domain.md §2.7).
  'task-force': [
    'task-force-formed',
    'work-package-added',
    'work-package-amended',
    'work-package-completed',
    'task-force-met',
    'task-force-dissolved',
  ],
  'draft-reply': ['reply-drafted', 'reply-draft-files-changed', 'reply-draft-read'],
  'co-opinion': ['co-opinion-drafted', 'co-opinion-given', 'co-opinion-sent-back', 'co-opinion-accepted'],
  'final-reply': [
    'reply-issued',
    'reply-delivered',
    'feedback-asked',
    'situation-changed',
    'situation-change-superseded',
    'reply-supplemented',
    'follow-up-begun',
    'promise-opened',
    'promise-progressed',
    'promise-kept',
    'promise-broken',
  ],
  evaluation: [
    'suggestion-evaluated',
    'cosigner-opinion-given',
    'feedback-overdue',
    'suggestion-lapsed',
    'rehandling-ordered',
    'rehandling-waived',
    'suggestion-escalated',
    'escalation-decided',
  ],
};

const GROUP_OF: ReadonlyMap<string, Group> = new Map(
  Object.entries(EVENTS_OF).flatMap(([group, types]) => types.map((type) => [type, group as Group])),
);

/** The group an event belongs to. One that no list names is seen by those who see the analysis, the narrowest circle. */
export function groupOf(service: string, type: string): Group {
  return service === 'supervision' ? 'colours' : (GROUP_OF.get(type) ?? 'analysis');
}

/** Deputies whom a reader may not know, by id: all of them where confidentiality was asked for. */
export function hiddenPeople(file: CaseFile, readable: ReadonlySet<Group>): ReadonlySet<string> {
  if (readable.has('author')) return new Set();
  return new Set([file.leadDeputyId, ...file.cosignerIds, ...file.mergedDeputyIds]);
}

/** A fact's content without those people: their ids are left out wherever they stand. */
export function withoutPeople(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return hidden.has(value) ? '' : value;
  if (Array.isArray(value)) {
    return value
      .filter((item) => typeof item !== 'string' || !hidden.has(item))
      .map((item) => withoutPeople(item, hidden));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, member]) => [field, withoutPeople(member, hidden)]),
  );
}

/** The groups one reader may see; without `text` the case does not exist for the reader. */
export function readableGroups(file: CaseFile, reader: Subject): ReadonlySet<Group> {
  const relations = circleOf(file, reader);
  if (
    file.submittedOn === '' &&
    !relations.some((relation) => relation === 'lead-deputy' || relation === 'cosigner')
  ) {
    return new Set();
  }
  const resource = { tenant: reader.tenant, relations, traits: traitsOf(file) };
  return new Set(GROUPS.filter((group) => can(reader, `archive.read-${group}`, resource).allowed));
}

/** What of a case a relation is asked for: one share of it (absent: the whole case) and who takes part. */
interface Concern {
  readonly assignmentId?: string | undefined;
  readonly participantIds?: readonly string[];
}

/** How a reader stands to a case, or to one share of it. */
export function circleOf(
  file: CaseFile,
  reader: Subject,
  { assignmentId, participantIds = [] }: Concern = {},
): readonly Relation[] {
  const concerned = Object.entries(file.shares)
    .filter(([id]) => assignmentId === undefined || id === assignmentId)
    .map(([, share]) => share);
  const shares = concerned.filter(({ state }) => state !== 'returned');
  const units = (role: string): string[] =>
    shares.filter((share) => share.role === role).map(({ unitId }) => unitId);
  const offices = new Set(concerned.map(({ decidingOffice }) => decidingOffice));
  const office = (['government-office', 'congress-desk'] as const).find(
    (each) => offices.has(each) && reader.roles.includes(each),
  );
  return relationsTo(
    {
      leadDeputyId: file.leadDeputyId,
      cosignerIds: file.cosignerIds,
      mergedDeputyIds: file.mergedDeputyIds,
      leadUnitIds: [...units('lead'), ...units('parallel')],
      coUnitIds: units('co'),
      referenceUnitIds: units('reference'),
      confidants: shares.flatMap(({ unitId, confidant }) =>
        confidant?.unitId === unitId ? [confidant] : [],
      ),
      overseeingCommitteeIds: file.overseerIds,
      participantIds,
      ...(office === undefined ? {} : { decidingOffice: office }),
    },
    reader,
  );
}

/** Groups of which a unit reads its own share's part (domain.md §3.2). */
const BY_SHARE: ReadonlySet<Group> = new Set(['contact-records', 'draft-reply', 'co-opinion', 'evaluation']);

/**
 * Whether a reader of a group may see what is about one share ('': the case as a whole). Parallel units do not see each
 * other's evaluations, a co-handler only its own opinion; whoever writes the lead's reply sees all of them.
 */
export function mayReadOf(file: CaseFile, reader: Subject, group: Group, assignmentId: string): boolean {
  if (!BY_SHARE.has(group) || file.shares[assignmentId] === undefined) return true;
  const of = (concern: Concern): boolean => {
    const relations = circleOf(file, reader, concern);
    if (concern.assignmentId === undefined && !relations.includes('lead-unit')) return false;
    const resource = { tenant: reader.tenant, relations, traits: traitsOf(file) };
    return can(reader, `archive.read-${group}`, resource).allowed;
  };
  const { role } = file.shares[assignmentId];
  return of({ assignmentId }) || (group === 'co-opinion' && role === 'co' && of({}));
}

/** What a case is, as far as rights depend on it. */
export function traitsOf(file: CaseFile): Trait[] {
  const traits: Trait[] = [];
  if (file.period === 'in-session') traits.push('in-session');
  if (file.preReviewAsked === true) traits.push('pre-review-asked');
  if (Object.keys(file.shares).length > 0) traits.push('assigned');
  if (Object.values(file.replies).some(({ deliveredTo }) => deliveredTo.length > 0)) traits.push('replied');
  if (Object.values(file.replies).some(({ faceToFace = {} }) => Object.keys(faceToFace).length > 0))
    traits.push('told-face-to-face');
  if (Object.keys(file.evaluations).length > 0) traits.push('evaluated');
  if (file.authorConfidential) traits.push('confidential-author');
  return traits;
}
