import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { cancelClock, meetClock, startClock, type ClockFact, type RulesInForce } from './clock-fact.ts';
import type { Decider } from './events.ts';
import { registrationMet } from './registering.ts';
import { hasMergedChildren, wrongStatus } from './rejections.ts';
import type { DeclineGround, Registered, Returned, Submitted } from './suggestion.ts';

export interface DeclineCommand {
  readonly on: LocalDate;
  readonly ground: DeclineGround;
  readonly explanation: string;
  readonly deputyHeardOn: LocalDate;
  readonly rules: RulesInForce;
}

/**
 * T5 不作为建议处理: on a ground of the closed list, after the deputy was heard, before anybody handles it. The deputy
 * is told within the pack's days; the clock runs until that is confirmed.
 */
export const declineSuggestion: Decider<DeclineCommand> = (suggestion, command) => {
  if (
    suggestion.status !== 'submitted' &&
    suggestion.status !== 'registered' &&
    suggestion.status !== 'returned'
  ) {
    return wrongStatus(suggestion.status, '只有已提交或已登记、尚未交办的建议可以不作为建议处理');
  }
  if (suggestion.status === 'registered' && suggestion.handling.phase !== 'unassigned') {
    return reject('wrong-state', 'handling-begun', '建议已交办，不能再作不予受理处理');
  }
  if (suggestion.status === 'registered' && suggestion.children.length > 0) return hasMergedChildren;
  if (command.explanation === '') {
    return reject('invalid', 'explanation-missing', '请向代表写明理由', { field: 'explanation' });
  }
  if (command.deputyHeardOn > command.on) {
    return reject('invalid', 'date-in-the-future', '听取代表意见的日期不能晚于今天', {
      field: 'deputyHeardOn',
    });
  }
  if (command.deputyHeardOn < suggestion.submittedOn) {
    return reject('invalid', 'heard-before-submission', '请在提交之后听取代表意见', {
      field: 'deputyHeardOn',
    });
  }
  const { ground, explanation, deputyHeardOn, on, rules } = command;
  const notice = noticeClock(suggestion);
  return [
    {
      type: 'suggestion-declined',
      ...{ ground, explanation, deputyHeardOn },
      declinedOn: on,
      clocks: [
        ...openDeskClocksEnd(suggestion, on),
        startClock(rules, { ...notice, startDate: on, startEvent: 'not_admitted' }),
      ],
    },
  ];
};

/** T5: the deputy has read the notice, or the desk says how it was told. */
export const confirmDeclineNotice: Decider<{ readonly on: LocalDate; readonly toldHow: string }> = (
  suggestion,
  { on, toldHow },
) => {
  if (suggestion.status !== 'declined') return wrongStatus(suggestion.status, '该建议没有不予受理告知');
  if (suggestion.notice.told) return reject('wrong-state', 'notice-already-confirmed', '告知已确认');
  if (toldHow === '') return reject('invalid', 'explanation-missing', '请写明告知方式', { field: 'toldHow' });
  const clocks = [meetClock({ ...noticeClock(suggestion), on })];
  return [{ type: 'decline-notice-confirmed', on, toldHow, clocks }];
};

function noticeClock(suggestion: { readonly suggestionId: string; readonly textVersion: number }) {
  return {
    kind: 'not_admitted_notice',
    subject: suggestion.suggestionId,
    round: suggestion.textVersion,
  } as const;
}

/** The desk's open clocks of a suggestion that leaves the road here. */
function openDeskClocksEnd(
  suggestion: Submitted | Registered | Returned,
  on: LocalDate,
): readonly ClockFact[] {
  switch (suggestion.status) {
    case 'submitted':
      return suggestion.conversion.state === 'awaited' ? [] : [registrationMet(suggestion, on)];
    case 'registered':
      return assigningCancelled(suggestion, on);
    case 'returned':
      return [];
  }
}

/** Nothing is left to hand over; once handed over the clock was met and nothing is cancelled. */
export function assigningCancelled(suggestion: Registered, on: LocalDate): readonly ClockFact[] {
  if (suggestion.handling.phase !== 'unassigned') return [];
  const kind = suggestion.period.kind === 'in-session' ? 'session_assign' : 'inter_session_assign';
  return [cancelClock({ kind, subject: suggestion.suggestionId, round: 1, on })];
}
