import { cancelClock, type Circumstances } from './clock-fact.ts';
import type { AssignmentEvent, Decision } from './events.ts';
import { decideDissolution } from './task-force.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';
import type { Share } from './share.ts';

/**
 * Assignment's answer to a withdrawal that all signed (SD9, T29; decisions 1): handling ends at once, or the rule
 * pack's last moment for it has passed.
 */
export function decideWithdrawal(suggestion: SuggestionCase, under: Circumstances): Decision {
  const grounds = withdrawalTooLate(suggestion, under);
  if (grounds === undefined) return ending(suggestion, { cause: 'withdrawn', under });
  return [{ type: 'withdrawal-refused', payload: { suggestionId: suggestion.id, grounds }, reason: grounds }];
}

/**
 * Intake ended the suggestion by itself, not knowing of a 交办 just made or of what the desk waits for: it ends too. A
 * case that was closed meanwhile stays so: it has been answered, and what is still owed of it is owed.
 */
export function decideEndAfterWithdrawal(suggestion: SuggestionCase, under: Circumstances): Decision {
  const { name } = suggestion.phase;
  return name === 'handling' || (name !== 'closed' && suggestion.openClocks.length > 0)
    ? ending(suggestion, { cause: 'withdrawn', under })
    : [];
}

/** 并案: the child's shares and clocks end, if there are any; its deputies are answered in the lead suggestion. */
export function decideEndAfterMerge(suggestion: SuggestionCase, under: Circumstances): Decision {
  const isUnderWay = activeShares(suggestion).length > 0 || suggestion.openClocks.length > 0;
  return isUnderWay ? ending(suggestion, { cause: 'merged', under }) : [];
}

/**
 * 办结: what the units still owed is owed no more, and nothing stays red that nobody can act on; but for a
 * supplementary reply, which the last promise that was judged may just have asked for.
 */
export function decideEndAfterClosing(suggestion: SuggestionCase, under: Circumstances): Decision {
  const { id: suggestionId } = suggestion;
  const owed = suggestion.openClocks.filter(({ kind }) => kind !== 'supplementary_reply');
  if (owed.length === 0) return decideDissolution(suggestion);
  const clocks = owed.map((clock) => cancelClock(clock, under.today));
  const closed: AssignmentEvent = {
    type: 'handling-closed',
    payload: { suggestionId, closedOn: under.today, clocks },
  };
  return [...decideDissolution(suggestion), closed];
}

function ending(
  suggestion: SuggestionCase,
  why: { readonly cause: 'withdrawn' | 'merged'; readonly under: Circumstances },
): Decision {
  const { today } = why.under;
  const ended: AssignmentEvent = {
    type: 'case-ended',
    payload: {
      suggestionId: suggestion.id,
      cause: why.cause,
      endedOn: today,
      unitIds: activeShares(suggestion).map((share) => share.unitId),
      clocks: suggestion.openClocks.map((clock) => cancelClock(clock, today)),
    },
  };
  return [...decideDissolution(suggestion), ended];
}

function withdrawalTooLate(suggestion: SuggestionCase, under: Circumstances): string | undefined {
  switch (suggestion.phase.name) {
    case 'to-assign':
      return undefined;
    case 'merged':
      return '该建议已并案，不能单独撤回';
    case 'ended':
      return '该建议已终止办理';
    case 'closed':
      return '该建议已办结，不能撤回';
    case 'handling':
      if (under.pack.params.withdrawal_until === 'assignment_made') return '建议已交办，不能撤回';
      return suggestion.shares.some(hasReachedADeputy) ? '答复已送达代表，不能撤回' : undefined;
  }
}

function hasReachedADeputy(share: Share): boolean {
  return share.round > 1 || (share.status.name === 'replied' && share.status.reply.deliveredTo.length > 0);
}
