import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { cancelClock, type ClockFact, type RulesInForce } from './clock-fact.ts';
import { assigningCancelled } from './declining.ts';
import type { Decider, Decision, SuggestionEvent } from './events.ts';
import { hasMergedChildren, wrongStatus, type IntakeRejection } from './rejections.ts';
import {
  isDrafting,
  signersOf,
  type Drafting,
  type Registered,
  type Submitted,
  type Suggestion,
} from './suggestion.ts';

export interface WithdrawCommand {
  readonly deputyId: string;
  readonly reason: string;
  readonly on: LocalDate;
  readonly rules: RulesInForce;
}

/**
 * T29 撤回: in writing, by every signer (SD9, SH10). A draft ends with the lead's word alone: nobody else's suggestion
 * exists yet. Before 交办 the last signature ends it at once; afterwards assignment decides (decisions.md 1).
 */
export const withdrawSuggestion: Decider<WithdrawCommand> = (suggestion, command) => {
  if (isDrafting(suggestion)) return withdrawDraft(suggestion, command);
  if (suggestion.status === 'merged') return wrongStatus('merged', '建议已并案，请联系代表工委办理撤回');
  if (suggestion.status !== 'submitted' && suggestion.status !== 'registered') {
    return wrongStatus(suggestion.status, '该建议已不能撤回');
  }
  return refuseSigning(suggestion, command) ?? signWithdrawal(suggestion, command);
};

/** Assignment ended the handling of a suggestion all of whose signers had asked for it. */
export function handlingEnded(suggestion: Suggestion, on: LocalDate): readonly SuggestionEvent[] {
  if (suggestion.status !== 'registered' || suggestion.withdrawal.phase !== 'requested') return [];
  return [{ type: 'suggestion-withdrawn', withdrawnOn: on, submitted: true, clocks: [] }];
}

function withdrawDraft(suggestion: Drafting, command: WithdrawCommand): Decision {
  const clocks =
    suggestion.status === 'pre-review'
      ? [cancelClock({ ...suggestion.clock, subject: suggestion.suggestionId, on: command.on })]
      : [];
  return [{ type: 'suggestion-withdrawn', withdrawnOn: command.on, submitted: false, clocks }];
}

function refuseSigning(
  suggestion: Submitted | Registered,
  command: WithdrawCommand,
): IntakeRejection | undefined {
  if (suggestion.withdrawal.phase === 'requested') {
    return reject('wrong-state', 'withdrawal-pending', '撤回申请正在处理');
  }
  if (suggestion.status === 'registered' && suggestion.children.length > 0) return hasMergedChildren;
  if (suggestion.status === 'registered' && isTooLate(suggestion, command.rules)) {
    return reject('wrong-state', 'withdrawal-too-late', '已超过可以撤回的阶段');
  }
  if (
    suggestion.withdrawal.phase === 'signing' &&
    suggestion.withdrawal.signedBy.includes(command.deputyId)
  ) {
    return reject('wrong-state', 'withdrawal-already-signed', '您已签署撤回，等待其他联名代表签署');
  }
  if (suggestion.withdrawal.phase === 'none' && command.reason === '') {
    return reject('invalid', 'reason-missing', '请写明撤回理由', { field: 'reason' });
  }
  return undefined;
}

/** Shandong default: until the reply is delivered [D]; a profile may close it at 交办 (BJ13). */
function isTooLate(suggestion: Registered, rules: RulesInForce): boolean {
  const { phase } = suggestion.handling;
  return rules.pack.params.withdrawal_until === 'assignment_made'
    ? phase !== 'unassigned'
    : phase === 'delivered';
}

function signWithdrawal(suggestion: Submitted | Registered, command: WithdrawCommand): Decision {
  const earlier = suggestion.withdrawal.phase === 'none' ? [] : suggestion.withdrawal.signedBy;
  const reason = suggestion.withdrawal.phase === 'none' ? command.reason : suggestion.withdrawal.reason;
  const signedBy = [...earlier, command.deputyId];
  const signed: SuggestionEvent = { type: 'withdrawal-signed', deputyId: command.deputyId, reason };
  if (!signersOf(suggestion).every((signer) => signedBy.includes(signer))) return [signed];
  const handlingBegun = suggestion.status === 'registered' && suggestion.handling.phase !== 'unassigned';
  const requested: SuggestionEvent = { type: 'withdrawal-requested', signedBy, handlingBegun, reason };
  if (handlingBegun) return [signed, requested];
  const clocks = deskClocksCancelled(suggestion, command.on);
  return [
    signed,
    requested,
    { type: 'suggestion-withdrawn', withdrawnOn: command.on, submitted: true, clocks },
  ];
}

function deskClocksCancelled(suggestion: Submitted | Registered, on: LocalDate): readonly ClockFact[] {
  if (suggestion.status === 'registered') return assigningCancelled(suggestion, on);
  if (suggestion.conversion.state === 'awaited') return [];
  return [
    cancelClock({ kind: 'register', subject: suggestion.suggestionId, round: suggestion.textVersion, on }),
  ];
}
