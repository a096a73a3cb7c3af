import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import type { Trait } from '@huiyin/access/policy-row';
import { relationsTo, type ResourceFacts, type Subject } from '@huiyin/access/relation';
import { hasRole, speaksAsDeputy, type Actor } from '@huiyin/kernel/actor';
import { reject } from '@huiyin/kernel/rejection';
import { leadDeputyOf, owedOf, type CaseFile } from './case-file.ts';
import type { Evaluation } from './evaluation.ts';
import type { Judge } from './rectification.ts';
import { caseUnknown, type EvaluationRejection } from './rejections.ts';

/** What may be asked of evaluation. */
export type EvaluationAction = Extract<Action, `evaluation.${string}`>;

/** Who asks, in which tenant. */
export interface Asker {
  readonly tenant: string;
  readonly actor: Actor;
}

/** What of a case is acted on. Empty: no share in particular, the case's own text. */
export interface Concern {
  readonly assignmentId?: string;
  readonly signedSuggestionId?: string;
}

/** Undefined means the asker may. Whoever may not even read of the case is told that there is none. */
export function refuseAct(
  asker: Asker,
  action: EvaluationAction,
  file: CaseFile,
  concern: Concern,
): EvaluationRejection | undefined {
  const decision = can(subjectOf(asker), action, resourceOf(asker, file, concern));
  if (decision.allowed) return undefined;
  if (!mayReadCase(asker, file)) return caseUnknown();
  return reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** Rounds, promises and rectifications of the case. */
export function mayReadCase(asker: Asker, file: CaseFile): boolean {
  return can(subjectOf(asker), 'evaluation.read-follow-up', resourceOf(asker, file, {})).allowed;
}

/** How one share went: its rounds, what it waits for, its rectifications. A unit reads its own (domain.md §3.2). */
export function mayReadShare(asker: Asker, file: CaseFile, assignmentId: string): boolean {
  const resource = resourceOf(asker, file, { assignmentId });
  return can(subjectOf(asker), 'evaluation.read-follow-up', resource).allowed;
}

/** Deputies of the case whom the asker may not know: all of them where one asked for confidentiality (SD11). */
export function hiddenDeputies(asker: Asker, file: CaseFile): ReadonlySet<string> {
  if (!file.shares.some(({ authorConfidential }) => authorConfidential === true)) return new Set();
  const traits: readonly Trait[] = ['confidential-author'];
  const resource = { ...resourceOf(asker, file, {}), traits };
  if (can(subjectOf(asker), 'archive.read-author', resource).allowed) return new Set();
  return new Set(owedOf(file).map(({ deputyId }) => deputyId));
}

/** True for roles that read every promise and rectification of the tenant. */
export function readsAll(asker: Asker): boolean {
  const anywhere = { tenant: asker.tenant, relations: [] };
  return can(subjectOf(asker), 'evaluation.read-follow-up', anywhere).allowed;
}

/** The shares by which an office reads a case: those it distributes, or those of its field; undefined for others. */
export function officeShares({ actor }: Asker): object | undefined {
  if (hasRole(actor, 'government-office')) return { decidingOffice: 'government-office', standing: 'active' };
  if (hasRole(actor, 'committee') && actor.unitId !== undefined) return { overseerIds: [actor.unitId] };
  return undefined;
}

/** A unit reads an evaluation of its own share, and only once it is submitted (domain.md T20). */
export function mayReadEvaluation(asker: Asker, file: CaseFile, evaluation: Evaluation): boolean {
  const { assignmentId, signedSuggestionId } = evaluation;
  const resource = resourceOf(asker, file, { assignmentId, signedSuggestionId });
  const traits: readonly Trait[] = evaluation.status === 'submitted' ? ['evaluated'] : [];
  return can(subjectOf(asker), 'evaluation.read-evaluation', { ...resource, traits }).allowed;
}

/** Opinions are told to the lead deputy alone until he has submitted. */
export function mayReadOpinions(asker: Asker, evaluation: Evaluation): boolean {
  return evaluation.status === 'submitted' || evaluation.deputyId === asker.actor.personId;
}

/** The side on which the asker judges a rectification. */
export function judgeOf(asker: Asker, file: CaseFile): Judge {
  const isLead = speaksAsDeputy(asker.actor) && leadDeputyOf(file, file.caseId) === asker.actor.personId;
  return isLead ? 'lead-deputy' : 'congress-desk';
}

function subjectOf({ tenant, actor }: Asker): Subject {
  const { personId, roles, unitId } = actor;
  return unitId === undefined ? { tenant, personId, roles } : { tenant, personId, roles, unitId };
}

function resourceOf(asker: Asker, file: CaseFile, concern: Concern) {
  // Rows are read under the asker's tenant, so a case at hand is of that tenant.
  return { tenant: asker.tenant, relations: relationsTo(factsOf(file, concern), subjectOf(asker)) };
}

function factsOf(file: CaseFile, { assignmentId, signedSuggestionId }: Concern): ResourceFacts {
  const shares = file.shares.filter(
    (share) =>
      share.standing === 'active' && (assignmentId === undefined || share.assignmentId === assignmentId),
  );
  const unitsAs = (...roles: readonly string[]): string[] =>
    shares.filter((share) => roles.includes(share.role)).map((share) => share.unitId);
  // A share has its own office; the case has that of the unit that leads it.
  const replies = (role: string): boolean => role === 'lead' || role === 'parallel';
  const decidedBy =
    assignmentId === undefined
      ? shares.find(({ role }) => replies(role))
      : file.shares.find((share) => share.assignmentId === assignmentId);
  const decidingOffice = decidedBy?.decidingOffice;
  return {
    ...deputiesOf(file, signedSuggestionId),
    leadUnitIds: unitsAs('lead', 'parallel'),
    coUnitIds: unitsAs('co'),
    referenceUnitIds: unitsAs('reference'),
    confidants: shares.flatMap(({ unitId, confidant }) => (confidant?.unitId === unitId ? [confidant] : [])),
    overseeingCommitteeIds: file.shares.flatMap(({ overseerIds = [] }) => overseerIds),
    ...(decidingOffice === undefined ? {} : { decidingOffice }),
  };
}

/** Of the whole case, or of one signed suggestion when a merged child's own evaluation is meant. */
function deputiesOf(file: CaseFile, signedSuggestionId: string | undefined): ResourceFacts {
  const owed = owedOf(file).filter(
    (deputy) => signedSuggestionId === undefined || deputy.suggestionId === signedSuggestionId,
  );
  const lead = owed.find((deputy) => deputy.isLead && deputy.suggestionId === file.caseId);
  const ofCase = owed.filter((deputy) => deputy.suggestionId === file.caseId);
  const merged = owed.filter((deputy) => deputy.suggestionId !== file.caseId);
  return {
    ...(lead === undefined ? {} : { leadDeputyId: lead.deputyId }),
    cosignerIds: [...ofCase, ...merged].filter((deputy) => !deputy.isLead).map((deputy) => deputy.deputyId),
    mergedDeputyIds: merged.filter((deputy) => deputy.isLead).map((deputy) => deputy.deputyId),
  };
}
