import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { meetClock, startClock, type ClockFact, type RulesInForce } from './clock-fact.ts';
import type { Decider } from './events.ts';
import { refuseOutOfOffice, type Membership } from './mandate.ts';
import { displayNumberOf, formatNumber } from './number.ts';
import { wrongStatus, type IntakeRejection } from './rejections.ts';
import type { Submitted } from './suggestion.ts';

export interface RegisterCommand {
  readonly on: LocalDate;
  readonly category: string;
  /** Six digits of the tenant. */
  readonly area: string;
  /** Drawn from the counter of the suggestion's series in the same transaction. */
  readonly n: number;
  readonly leadMemberships: readonly Membership[];
  /** Committees that oversee the category. */
  readonly overseerIds: readonly string[];
  /** Why a text that came back unsplit is one matter; '' else. */
  readonly oneMatterReason: string;
  readonly rules: RulesInForce;
}

/** T4: the desk gives number and category to a signed suggestion of one matter (SD8) by a deputy in office. */
export const registerSuggestion: Decider<RegisterCommand> = (suggestion, command) => {
  if (suggestion.status !== 'submitted') return wrongStatus(suggestion.status, '只有已提交的建议可以登记');
  if (suggestion.conversion.state === 'awaited') {
    return reject('wrong-state', 'motion-not-converted', '议案须经主席团决定转为建议后才能登记');
  }
  const outOfOffice = refuseOutOfOffice(suggestion.leadDeputyId, command.leadMemberships);
  if (outOfOffice !== undefined) return outOfOffice;
  const unsplit = refuseUnsplit(suggestion, command.oneMatterReason);
  if (unsplit !== undefined) return unsplit;
  const { params } = command.rules.pack;
  if (!params.category_l1.includes(command.category)) {
    return reject('invalid', 'category-unknown', `类别须为：${params.category_l1.join('、')}`, {
      field: 'category',
    });
  }
  const { text, leadDeputyId, cosignerIds, period } = suggestion;
  const pattern = period.kind === 'in-session' ? params.number.in_session : params.number.otherwise;
  return [
    {
      type: 'suggestion-registered',
      number: formatNumber(pattern, { area: command.area, period, registeredOn: command.on }, command.n),
      displayNumber: displayNumberOf(period, command.n),
      category: command.category,
      overseerIds: command.overseerIds,
      registeredOn: command.on,
      ...{ text, leadDeputyId, cosignerIds, period },
      rulePackVersion: command.rules.version,
      oneMatterReason: command.oneMatterReason.trim(),
      clocks: [registrationMet(suggestion, command.on), startAssigning(suggestion, command)],
    },
  ];
};

/**
 * 一事一议: the desk named several matters, and the same text came back. It is split, or the desk says why it is one:
 * the deputy's right is not taken by a machine, nor by silence (代表法24, SD8).
 */
function refuseUnsplit(
  { toSplit, textHash }: Submitted,
  oneMatterReason: string,
): IntakeRejection | undefined {
  if (toSplit === undefined || toSplit.textHash !== textHash || oneMatterReason.trim() !== '')
    return undefined;
  return reject('wrong-state', 'several-matters', '一件建议只提一事：请退回代表拆分，确属一事的写明理由', {
    field: 'oneMatterReason',
    detail: { matters: toSplit.matters.join('；') },
  });
}

/** Fewer are no reason to split. */
const LEAST_MATTERS = 2;

export interface ReturnCommand {
  readonly explanation: string;
  /** 一事一议: the matters found in it, each to be a suggestion of its own; empty for any other correction. */
  readonly matters: readonly string[];
  readonly on: LocalDate;
}

/** S90: the text goes back with the reason; what comes again is the same suggestion with the next text version. */
export const returnForCorrection: Decider<ReturnCommand> = (suggestion, { explanation, matters, on }) => {
  if (suggestion.status !== 'submitted')
    return wrongStatus(suggestion.status, '只有待登记的建议可以退回修改');
  if (suggestion.withdrawal.phase === 'requested') return wrongStatus('submitted', '该建议正在撤回');
  if (explanation === '')
    return reject('invalid', 'explanation-missing', '请写明需要修改之处', { field: 'explanation' });
  const named = [...new Set(matters.map((matter) => matter.trim()))].filter((matter) => matter !== '');
  if (matters.length > 0 && named.length < LEAST_MATTERS) {
    return reject('invalid', 'matters-too-few', '要求拆分的，请逐一写明其中的事项，至少两项', {
      field: 'matters',
    });
  }
  const clocks = suggestion.conversion.state === 'awaited' ? [] : [registrationMet(suggestion, on)];
  return [{ type: 'suggestion-returned', explanation, matters: named, returnedOn: on, clocks }];
};

/** The desk has decided about this text version, one way or another. */
export function registrationMet(suggestion: Submitted, on: LocalDate): ClockFact {
  return meetClock({ kind: 'register', subject: suggestion.suggestionId, round: suggestion.textVersion, on });
}

/** T9: session suggestions are handed over within a month of closing (SH15 figure), others within 5 days (SD10). */
function startAssigning(suggestion: Submitted, command: RegisterCommand): ClockFact {
  const { period, suggestionId: subject } = suggestion;
  const clock =
    period.kind === 'in-session'
      ? ({ kind: 'session_assign', startDate: period.closesOn, startEvent: 'session_close' } as const)
      : ({ kind: 'inter_session_assign', startDate: command.on, startEvent: 'registration' } as const);
  return startClock(command.rules, { ...clock, subject, round: 1 });
}
