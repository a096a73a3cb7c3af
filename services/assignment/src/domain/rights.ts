import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import type { Trait } from '@huiyin/access/policy-row';
import { relationsTo, type ResourceFacts, type Subject } from '@huiyin/access/relation';
import type { Actor } from '@huiyin/kernel/actor';

import { isOnRecord } from './read-draft.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { owesReply, type Confidant, type Share } from './share.ts';
import { activeShares, decidingOfficeOf, shareOf, type SuggestionCase } from './suggestion-case.ts';

/** What may be asked of assignment. */
export type AssignmentAction = Extract<Action, `assignment.${string}`>;

/** Who asks, in which tenant. */
export interface Asker {
  readonly tenant: string;
  readonly actor: Actor;
}

/**
 * Undefined means the asker may. With a share the units' rights are those of that share, and its office decides;
 * without one they are the case's. Whoever may not even read the case is told that there is none.
 */
export function refuseAct(
  asker: Asker,
  action: AssignmentAction,
  suggestion: SuggestionCase,
  shareId = '',
): AssignmentRejection | undefined {
  const share = shareOf(suggestion, shareId);
  const facts = share === undefined ? caseFacts(suggestion) : shareFacts(suggestion, share);
  const decision = can(subjectOf(asker), action, resourceOf(asker, suggestion, facts));
  if (decision.allowed) return undefined;
  if (!mayOverCase(asker, 'assignment.read-case', suggestion)) return suggestionUnknown();
  return refuse('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** For lists, which have no case yet. */
export function refuseInGeneral(asker: Asker, action: AssignmentAction): AssignmentRejection | undefined {
  const decision = can(subjectOf(asker), action, { tenant: asker.tenant, relations: [] });
  if (decision.allowed) return undefined;
  return refuse('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** A right that any unit of the case may have by its part in the whole. */
export function mayOverCase(asker: Asker, action: AssignmentAction, suggestion: SuggestionCase): boolean {
  return can(subjectOf(asker), action, resourceOf(asker, suggestion, caseFacts(suggestion))).allowed;
}

/** A right that of all units only the share's own has. */
export function mayOverShare(
  asker: Asker,
  action: AssignmentAction,
  of: { readonly suggestion: SuggestionCase; readonly share: Share },
): boolean {
  const facts = shareFacts(of.suggestion, of.share);
  return can(subjectOf(asker), action, resourceOf(asker, of.suggestion, facts)).allowed;
}

/** 办理方案 of a share: its unit's own, and the co-handlers' of the case to read (domain.md §2.10, 9). */
export function mayReadPlan(
  asker: Asker,
  { suggestion, share }: { readonly suggestion: SuggestionCase; readonly share: Share },
): boolean {
  const { coUnitIds = [] } = caseFacts(suggestion);
  const facts = { ...shareFacts(suggestion, share), coUnitIds };
  return can(subjectOf(asker), 'assignment.read-plan', resourceOf(asker, suggestion, facts)).allowed;
}

/**
 * 协调: a disagreement of the handlers. Beside whoever reads of the share that asked, the unit that leads and the one
 * that was made responsible.
 */
export function mayReadCoordination(asker: Asker, suggestion: SuggestionCase): boolean {
  const { coordination } = suggestion;
  if (coordination.state === 'none') return false;
  const share = shareOf(suggestion, coordination.assignmentId);
  const asked: ResourceFacts = share === undefined ? {} : shareFacts(suggestion, share);
  const leading = activeShares(suggestion).filter(({ role }) => role === 'lead');
  const leadUnitIds = [
    ...(asked.leadUnitIds ?? []),
    ...leading.map(({ unitId }) => unitId),
    ...(coordination.state === 'closed' ? [coordination.responsibleUnitId] : []),
  ];
  const resource = resourceOf(asker, suggestion, { ...asked, leadUnitIds });
  return can(subjectOf(asker), 'assignment.read-share', resource).allowed;
}

/**
 * The words of a draft: its unit's and its office's. 代表工委 reads those that it is on record as having read
 * (domain.md §3.2).
 */
export function mayReadDraft(
  asker: Asker,
  { suggestion, share }: { readonly suggestion: SuggestionCase; readonly share: Share },
  textHash: string,
): boolean {
  const resource = resourceOf(asker, suggestion, shareFacts(suggestion, share));
  const recorded = isOnRecord(share, { readerId: asker.actor.personId, textHash });
  const traits: readonly Trait[] = recorded
    ? ['draft-reading-recorded', ...resource.traits]
    : resource.traits;
  return can(subjectOf(asker), 'assignment.read-draft-reply', { ...resource, traits }).allowed;
}

export function suggestionUnknown(): AssignmentRejection {
  return refuse('not-found', 'suggestion-unknown', '没有找到这件建议');
}

function subjectOf({ tenant, actor }: Asker): Subject {
  const { personId, roles, unitId } = actor;
  return unitId === undefined ? { tenant, personId, roles } : { tenant, personId, roles, unitId };
}

function resourceOf(asker: Asker, suggestion: SuggestionCase, facts: ResourceFacts) {
  // Rows are read under the asker's tenant, so a case at hand is of that tenant.
  const { tenant } = asker;
  return { tenant, relations: relationsTo(facts, subjectOf(asker)), traits: traitsOf(suggestion) };
}

/** Who stands to every share of the case alike. */
function deputies(suggestion: SuggestionCase): ResourceFacts {
  const own = suggestion.owed.filter((owed) => owed.suggestionId === suggestion.id);
  const merged = suggestion.owed.filter((owed) => owed.suggestionId !== suggestion.id);
  const lead = own.find((owed) => owed.isLead);
  return {
    ...(lead === undefined ? {} : { leadDeputyId: lead.deputyId }),
    cosignerIds: own.filter((owed) => !owed.isLead).map((owed) => owed.deputyId),
    mergedDeputyIds: merged.map((owed) => owed.deputyId),
    overseeingCommitteeIds: suggestion.overseerIds ?? [],
  };
}

/** After 交办 the office of the unit that leads distributes further; before it only the congress side acts (代表法51). */
function caseFacts(suggestion: SuggestionCase): ResourceFacts {
  const active = activeShares(suggestion);
  const office = decidingOfficeOf(suggestion);
  return {
    ...deputies(suggestion),
    leadUnitIds: active.filter(owesReply).map((share) => share.unitId),
    coUnitIds: active.filter((share) => share.role === 'co').map((share) => share.unitId),
    referenceUnitIds: active.filter((share) => share.role === 'reference').map((share) => share.unitId),
    confidants: confidantsOf(active),
    ...(office === undefined ? {} : { decidingOffice: office }),
  };
}

function shareFacts(suggestion: SuggestionCase, share: Share): ResourceFacts {
  const unit = {
    lead: { leadUnitIds: [share.unitId] },
    parallel: { leadUnitIds: [share.unitId] },
    co: { coUnitIds: [share.unitId] },
    reference: { referenceUnitIds: [share.unitId] },
  }[share.role];
  const confidants = confidantsOf([share]);
  return { ...deputies(suggestion), ...unit, confidants, decidingOffice: share.decidingOffice };
}

/** 知情人 of these shares; one named in another unit's time is none. */
function confidantsOf(shares: readonly Share[]): readonly Confidant[] {
  return shares.flatMap(({ confidant, unitId }) => (confidant?.unitId === unitId ? [confidant] : []));
}

function traitsOf(suggestion: SuggestionCase): readonly Trait[] {
  const traits: Trait[] = [];
  if (suggestion.period === 'in-session') traits.push('in-session');
  if (suggestion.authorConfidential) traits.push('confidential-author');
  if (suggestion.shares.length > 0) traits.push('assigned');
  return traits;
}
