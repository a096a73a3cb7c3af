import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import type { Trait } from '@huiyin/access/policy-row';
import { relationsTo, type ResourceFacts, type Subject } from '@huiyin/access/relation';
import { hasRole, speaksAsDeputy, type Actor } from '@huiyin/kernel/actor';
import { reject } from '@huiyin/kernel/rejection';
import { leadDeputyOf, owedOf, sharesConcerned, type CaseFile } from './case-file.ts';
import type { MeetingKind } from './meeting-kind.ts';
import { assignmentOf, type Meeting } from './meeting.ts';
import { caseUnknown, type MeetingRejection } from './rejections.ts';
import { replies } from './share.ts';

/** What may be asked of meeting. */
export type MeetingAction = Extract<Action, `meeting.${string}`>;

/** Who asks, in which tenant. */
export interface Asker {
  readonly tenant: string;
  readonly actor: Actor;
}

/** What of a case the asker wants to act on: one share (empty: the whole case), and a meeting where there is one. */
export interface Concern {
  readonly file: CaseFile;
  readonly assignmentId: string;
  readonly meeting?: Meeting;
}

/** Who may convene a kind may also move, cancel and record it. */
export function conveneAction(kind: MeetingKind): MeetingAction {
  switch (kind) {
    case 'dual-confirmation':
    case 'on-site':
      return 'meeting.convene-with-unit';
    case 'look-back':
      return 'meeting.convene-look-back';
    case 'task-force':
    case 'coordination':
    case 'joint-study':
      return 'meeting.convene-case';
    case 'talk':
      return 'meeting.convene-talk';
    case 'hand-over':
      return 'meeting.convene-hand-over';
  }
}

/** Undefined means the asker may. Whoever may not even read of it is told that there is none. */
export function refuseAct(
  asker: Asker,
  action: MeetingAction,
  concern: Concern,
): MeetingRejection | undefined {
  const decision = can(subjectOf(asker), action, resourceOf(asker, concern));
  if (decision.allowed) return undefined;
  if (!mayRead(asker, { ...concern, assignmentId: '' })) return caseUnknown();
  return reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** domain.md §3.2, contact and meeting records. */
export function mayRead(asker: Asker, concern: Concern): boolean {
  return can(subjectOf(asker), 'meeting.read', resourceOf(asker, concern)).allowed;
}

/**
 * One meeting's record: a unit reads those of its own share and of the case as a whole (domain.md §3.2), as long as it
 * still has a share. A 约谈 that names no share was with the units that reply, and is no co-handler's to read.
 */
export function mayReadMeeting(asker: Asker, file: CaseFile, meeting: Meeting): boolean {
  const concern = concernOf(file, meeting);
  if (!mayRead(asker, { ...concern, assignmentId: '' })) return false;
  if (meeting.kind !== 'talk' || concern.assignmentId !== '') return mayRead(asker, concern);
  return sharesConcerned(file, '').some(({ assignmentId }) => mayRead(asker, { ...concern, assignmentId }));
}

/** Whether the gates and look-backs of one share are the asker's to read: a unit's its own. */
export function mayReadGates(asker: Asker, file: CaseFile, assignmentId: string): boolean {
  return mayRead(asker, { file, assignmentId });
}

/** Deputies of the case whom the asker may not know: all of them where one asked for confidentiality (SD11). */
export function hiddenDeputies(asker: Asker, file: CaseFile): ReadonlySet<string> {
  if (!file.shares.some(({ authorConfidential }) => authorConfidential === true)) return new Set();
  const resource = resourceOf(asker, { file, assignmentId: '' });
  const traits: readonly Trait[] = ['confidential-author'];
  if (can(subjectOf(asker), 'archive.read-author', { ...resource, traits }).allowed) return new Set();
  return new Set(owedOf(file).map(({ deputyId }) => deputyId));
}

/** True for roles that read every meeting of the tenant. */
export function readsAll(asker: Asker): boolean {
  return can(subjectOf(asker), 'meeting.read', { tenant: asker.tenant, relations: [] }).allowed;
}

/** The shares by which an office reads a case: those it distributes, or those of its field; undefined for others. */
export function officeShares({ actor }: Asker): object | undefined {
  if (hasRole(actor, 'government-office')) return { decidingOffice: 'government-office', standing: 'active' };
  if (hasRole(actor, 'committee') && actor.unitId !== undefined) return { overseerIds: [actor.unitId] };
  return undefined;
}

/** How the asker stands to the share (empty: the whole case). */
export function isLeadDeputy(asker: Asker, file: CaseFile): boolean {
  return speaksAsDeputy(asker.actor) && leadDeputyOf(file) === asker.actor.personId;
}

/** The concern of one meeting. */
export function concernOf(file: CaseFile, meeting: Meeting): Concern {
  return { file, assignmentId: assignmentOf(meeting), meeting };
}

function subjectOf({ tenant, actor }: Asker): Subject {
  const { personId, roles, unitId } = actor;
  return unitId === undefined ? { tenant, personId, roles } : { tenant, personId, roles, unitId };
}

function resourceOf(asker: Asker, concern: Concern) {
  // Rows are read under the asker's tenant, so a case at hand is of that tenant.
  const relations = relationsTo(factsOf(concern), subjectOf(asker));
  const traits: readonly Trait[] = concern.file.suggestionId === '' ? ['outside-case'] : [];
  return { tenant: asker.tenant, relations, traits };
}

function factsOf({ file, assignmentId, meeting }: Concern): ResourceFacts {
  const owed = owedOf(file);
  const own = owed.filter((deputy) => deputy.suggestionId === file.suggestionId);
  const merged = owed.filter((deputy) => deputy.suggestionId !== file.suggestionId);
  const shares =
    assignmentId === ''
      ? file.shares.filter((share) => share.standing === 'active')
      : sharesConcerned(file, assignmentId);
  const unitsAs = (...roles: readonly string[]): string[] =>
    shares.filter((share) => roles.includes(share.role)).map((share) => share.unitId);
  const leadDeputyId = leadDeputyOf(file);
  // A share has its own office; the case has that of the unit that leads it.
  const decidedBy = assignmentId === '' ? shares.find((share) => replies(share)) : shares[0];
  const decidingOffice = decidedBy?.decidingOffice;
  return {
    ...(leadDeputyId === undefined ? {} : { leadDeputyId }),
    cosignerIds: own.filter((deputy) => !deputy.isLead).map((deputy) => deputy.deputyId),
    mergedDeputyIds: merged.map((deputy) => deputy.deputyId),
    leadUnitIds: unitsAs('lead', 'parallel'),
    coUnitIds: unitsAs('co'),
    referenceUnitIds: unitsAs('reference'),
    confidants: shares.flatMap(({ unitId, confidant }) => (confidant?.unitId === unitId ? [confidant] : [])),
    ...(decidingOffice === undefined ? {} : { decidingOffice }),
    overseeingCommitteeIds: file.shares.flatMap(({ overseerIds = [] }) => overseerIds),
    participantIds: meeting?.participantIds ?? [],
  };
}
