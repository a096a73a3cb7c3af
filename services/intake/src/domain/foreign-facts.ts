import { refuseOutOfOffice, type Membership } from './mandate.ts';
import type { SuggestionEvent } from './events.ts';
import {
  cosignersOf,
  isDrafting,
  type Confidant,
  type DecidingOffice,
  type Handling,
  type Suggestion,
} from './suggestion.ts';

/**
 * What assignment did, as far as intake's guards ask. These facts are assignment's: they move intake's state without
 * an event of intake's own. Phases only go forward, so that facts of several shares may come in any order.
 */
export type HandlingFact =
  | { readonly type: 'assignment-made'; readonly unitId: string; readonly office: DecidingOffice }
  | { readonly type: 'reply-issued' }
  | { readonly type: 'all-replies-delivered' };

/** The state after a fact of assignment; the same state when the suggestion is no longer in its hands. */
export function noteHandling(suggestion: Suggestion, fact: HandlingFact): Suggestion {
  if (suggestion.status !== 'registered') return suggestion;
  return { ...suggestion, handling: handlingAfter(suggestion.handling, fact) };
}

/** 机构改革: another unit has a share from now on; the old one reads no more. */
export function noteSuccession(
  suggestion: Suggestion,
  succession: { readonly fromUnitId: string; readonly unitId: string },
): Suggestion {
  if (suggestion.status !== 'registered' || suggestion.handling.phase === 'unassigned') return suggestion;
  const { handling } = suggestion;
  const others = handling.unitIds.filter((id) => id !== succession.fromUnitId && id !== succession.unitId);
  return { ...suggestion, handling: { ...handling, unitIds: [...others, succession.unitId] } };
}

/** A unit handed its share back: it reads no more. */
export function noteHandedBack(suggestion: Suggestion, unitId: string): Suggestion {
  if (suggestion.status !== 'registered' || suggestion.handling.phase === 'unassigned') return suggestion;
  const { handling } = suggestion;
  return {
    ...suggestion,
    handling: { ...handling, unitIds: handling.unitIds.filter((id) => id !== unitId) },
  };
}

/** 知情人: in the place of the one who was named for the share before. */
export function noteConfidant(suggestion: Suggestion, named: Confidant): Suggestion {
  if (suggestion.status !== 'registered' || suggestion.handling.phase === 'unassigned') return suggestion;
  const { handling } = suggestion;
  const others = (handling.confidants ?? []).filter((each) => each.assignmentId !== named.assignmentId);
  return { ...suggestion, handling: { ...handling, confidants: [...others, named] } };
}

/** 代表工委 moved the running case to another version of the rule pack. */
export function noteRulesMoved(suggestion: Suggestion, rulePackVersion: string): Suggestion {
  return suggestion.status === 'registered' ? { ...suggestion, rulePackVersion } : suggestion;
}

/** Evaluation closed the case, or opened it again. */
export function noteClosing(suggestion: Suggestion, closed: boolean): Suggestion {
  return suggestion.status === 'registered' ? { ...suggestion, closed } : suggestion;
}

/** Assignment refused a withdrawal: the case goes on as if nobody had signed. */
export function noteWithdrawalRefused(suggestion: Suggestion): Suggestion {
  if (suggestion.status !== 'registered' || suggestion.withdrawal.phase !== 'requested') return suggestion;
  return { ...suggestion, withdrawal: { phase: 'none' } };
}

/**
 * A deputy's mandate ended (代表法61–63). Before submission an invitation falls away; between submission and registration
 * the first co-signer in office takes the lead [D]. A registered suggestion outlives its author (SH19): nothing changes
 * until a co-signer takes the lead (taking-lead.ts).
 */
export function mandateEnded(
  suggestion: Suggestion,
  ended: {
    readonly deputyId: string;
    readonly cosignerMemberships: ReadonlyMap<string, readonly Membership[]>;
  },
): readonly SuggestionEvent[] {
  const { deputyId } = ended;
  if (isDrafting(suggestion)) {
    const invited = cosignersOf(suggestion).some((cosigner) => cosigner.deputyId === deputyId);
    return invited ? [{ type: 'cosigner-removed', deputyId, cause: 'mandate-ended' }] : [];
  }
  if (suggestion.status !== 'submitted' || suggestion.leadDeputyId !== deputyId) return [];
  const successor = suggestion.cosignerIds.find(
    (id) => id !== deputyId && refuseOutOfOffice(id, ended.cosignerMemberships.get(id) ?? []) === undefined,
  );
  if (successor === undefined) return [];
  const cosignerIds = suggestion.cosignerIds.filter((id) => id !== successor);
  return [{ type: 'lead-passed', fromDeputyId: deputyId, leadDeputyId: successor, cosignerIds }];
}

type Handled = Exclude<Handling, { readonly phase: 'unassigned' }>;

function handlingAfter(before: Handling, fact: HandlingFact): Handling {
  const kept: Omit<Handled, 'phase'> = before.phase === 'unassigned' ? { unitIds: [] } : before;
  const { unitIds, offices = [] } = kept;
  switch (fact.type) {
    case 'assignment-made': {
      const phase = before.phase === 'unassigned' ? 'assigned' : before.phase;
      return {
        ...kept,
        phase,
        unitIds: [...new Set([...unitIds, fact.unitId])],
        offices: [...new Set([...offices, fact.office])],
      };
    }
    case 'reply-issued':
      return { ...kept, phase: before.phase === 'delivered' ? 'delivered' : 'replied' };
    case 'all-replies-delivered':
      return { ...kept, phase: 'delivered' };
  }
}
