import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import type { Trait } from '@huiyin/access/policy-row';
import { relationsTo, type ResourceFacts, type Subject } from '@huiyin/access/relation';
import { hasRole, type Actor } from '@huiyin/kernel/actor';
import { reject } from '@huiyin/kernel/rejection';
import { suggestionUnknown, type IntakeRejection } from './rejections.ts';
import {
  cosignersOf,
  isDrafting,
  signersOf,
  type Confidant,
  type Handling,
  type Suggestion,
} from './suggestion.ts';

/** What may be asked of intake. */
export type IntakeAction = Extract<Action, `intake.${string}`>;

/** Who asks, in which tenant. */
export interface Asker {
  readonly tenant: string;
  readonly actor: Actor;
}

/** Undefined means the asker may. Whoever may not even read the suggestion is told that there is none. */
export function refuseAct(
  asker: Asker,
  action: IntakeAction,
  suggestion: Suggestion,
): IntakeRejection | undefined {
  const decision = can(subjectOf(asker), action, resourceOf(asker, suggestion));
  if (decision.allowed) return undefined;
  if (!mayRead(asker, suggestion)) return suggestionUnknown;
  return reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** For what has no suggestion yet, or many: drafting, lists. */
export function refuseInGeneral(
  asker: Asker,
  action: IntakeAction,
  traits: readonly Trait[] = [],
): IntakeRejection | undefined {
  const decision = can(subjectOf(asker), action, { tenant: asker.tenant, relations: [], traits });
  if (decision.allowed) return undefined;
  return reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** A draft is its deputies' alone; what was once submitted is read by domain.md §3.2. */
export function mayRead(asker: Asker, suggestion: Suggestion): boolean {
  if (mayReadDraft(asker, suggestion)) return true;
  return suggestion.textVersion > 0 && allows(asker, 'archive.read-text', suggestion);
}

/** The words of the present draft, as opposed to those last submitted. */
export function mayReadDraft(asker: Asker, suggestion: Suggestion): boolean {
  return isDrafting(suggestion) && allows(asker, 'intake.read-draft', suggestion);
}

/** False only where the author asked for confidentiality (SD11). */
export function mayKnowAuthor(asker: Asker, suggestion: Suggestion): boolean {
  return mayReadDraft(asker, suggestion) || allows(asker, 'archive.read-author', suggestion);
}

function allows(asker: Asker, action: Action, suggestion: Suggestion): boolean {
  return can(subjectOf(asker), action, resourceOf(asker, suggestion)).allowed;
}

function subjectOf({ tenant, actor }: Asker): Subject {
  const { personId, roles, unitId } = actor;
  return unitId === undefined ? { tenant, personId, roles } : { tenant, personId, roles, unitId };
}

function resourceOf(asker: Asker, suggestion: Suggestion) {
  const relations = relationsTo(factsOf(suggestion, asker), subjectOf(asker));
  // Rows are read under the asker's tenant, so a suggestion at hand is of that tenant.
  return { tenant: asker.tenant, relations, traits: traitsOf(suggestion) };
}

function factsOf(suggestion: Suggestion, { actor }: Asker): ResourceFacts {
  const [, ...cosignerIds] = signersOf(suggestion);
  const { leadDeputyId, enteredBy: ownerId } = suggestion;
  if (isDrafting(suggestion)) {
    const invitedCosignerIds = cosignersOf(suggestion).map((cosigner) => cosigner.deputyId);
    return { leadDeputyId, ownerId, cosignerIds, invitedCosignerIds };
  }
  // 并案: a child stays in the field of the committees that oversee its category.
  if (suggestion.status === 'merged')
    return { leadDeputyId, ownerId, cosignerIds, overseeingCommitteeIds: suggestion.overseerIds ?? [] };
  if (suggestion.status !== 'registered') return { leadDeputyId, ownerId, cosignerIds };
  const mergedDeputyIds = suggestion.children.flatMap((child) => child.deputyIds);
  const { handling } = suggestion;
  const { unitIds: leadUnitIds, offices = [] } = handling.phase === 'unassigned' ? { unitIds: [] } : handling;
  const decidingOffice = offices.find((office) => hasRole(actor, office));
  return {
    ...{ leadDeputyId, ownerId, cosignerIds, mergedDeputyIds, leadUnitIds },
    overseeingCommitteeIds: suggestion.overseerIds ?? [],
    confidants: confidantsOf(handling),
    ...(decidingOffice === undefined ? {} : { decidingOffice }),
  };
}

/** 知情人 whose unit still has a share. */
function confidantsOf(handling: Handling): readonly Confidant[] {
  if (handling.phase === 'unassigned') return [];
  return (handling.confidants ?? []).filter(({ unitId }) => handling.unitIds.includes(unitId));
}

function traitsOf(suggestion: Suggestion): readonly Trait[] {
  const traits: Trait[] = [];
  if (suggestion.text.authorConfidential) traits.push('confidential-author');
  if (suggestion.status === 'pre-review') traits.push('pre-review-asked');
  if ('period' in suggestion && suggestion.period.kind === 'in-session') traits.push('in-session');
  if (suggestion.status === 'registered' && suggestion.handling.phase !== 'unassigned')
    traits.push('assigned');
  return traits;
}
