import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { meetClock, startClock, type ClockFact, type RulesInForce } from './clock-fact.ts';
import type { Decider } from './events.ts';
import { refuseOutOfOffice, type Membership } from './mandate.ts';
import { displayNumberOf, formatNumber } from './number.ts';
import { wrongStatus } from './rejections.ts';
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
  readonly rules: RulesInForce;
}

/** T4: the desk gives number and category to a signed suggestion of a deputy in office. */
export const registerSuggestion: Decider<RegisterCommand> = (suggestion, command) => {
  if (suggestion.status !== 'submitted') return wrongStatus(suggestion.status, '只有已提交的建议可以登记');
  if (suggestion.conversion.state === 'awaited') {
    return reject('wrong-state', 'motion-not-converted', '议案须经主席团决定转为建议后才能登记');
  }
  const outOfOffice = refuseOutOfOffice(suggestion.leadDeputyId, command.leadMemberships);
  if (outOfOffice !== undefined) return outOfOffice;
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
      clocks: [registrationMet(suggestion, command.on), startAssigning(suggestion, command)],
    },
  ];
};

/** S90: the text goes back with the reason; what comes again is the same suggestion with the next text version. */
export const returnForCorrection: Decider<{ readonly explanation: string; readonly on: LocalDate }> = (
  suggestion,
  { explanation, on },
) => {
  if (suggestion.status !== 'submitted')
    return wrongStatus(suggestion.status, '只有待登记的建议可以退回修改');
  if (suggestion.withdrawal.phase === 'requested') return wrongStatus('submitted', '该建议正在撤回');
  if (explanation === '')
    return reject('invalid', 'explanation-missing', '请写明需要修改之处', { field: 'explanation' });
  const clocks = suggestion.conversion.state === 'awaited' ? [] : [registrationMet(suggestion, on)];
  return [{ type: 'suggestion-returned', explanation, returnedOn: on, clocks }];
};

/** The desk has decided about this text version, one way or another. */
export function registrationMet(suggestion: Submitted, on: LocalDate): ClockFact {
  return meetClock({ kind: 'register', subject: suggestion.suggestionId, round: suggestion.textVersion, on });
}

/** T9: session suggestions are handed over within a month of closing (SH15 figure), others within 5 days (SD10). */
function startAssigning(suggestion: Submitted, command: RegisterCommand): ClockFact {
  const { period, suggestionId: subject } = suggestion;
  return period.kind === 'in-session'
    ? startClock(command.rules, { kind: 'session_assign', subject, round: 1, startDate: period.closesOn })
    : startClock(command.rules, { kind: 'inter_session_assign', subject, round: 1, startDate: command.on });
}
