import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { startClock, type RulesInForce } from './clock-fact.ts';
import type { Decider } from './events.ts';
import { wrongStatus } from './rejections.ts';

/**
 * T7 议案转建议: the presidium decides, the secretariat records number and day of the decision; from then on the motion
 * goes the suggestion's road and the desk owes its registration.
 */
export const convertMotion: Decider<{
  readonly motionNumber: string;
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate;
  readonly on: LocalDate;
  readonly rules: RulesInForce;
}> = (suggestion, command) => {
  if (suggestion.kind !== 'motion') return reject('wrong-state', 'not-a-motion', '这不是议案，无需转为建议');
  if (suggestion.status !== 'submitted')
    return wrongStatus(suggestion.status, '只有已提交的议案可以转为建议');
  if (suggestion.conversion.state === 'decided') {
    return reject('wrong-state', 'motion-already-converted', '该议案已转为建议');
  }
  const { motionNumber, decisionNumber, decidedOn, on, rules } = command;
  if (motionNumber === '' || decisionNumber === '') {
    return reject('invalid', 'decision-missing', '请填写议案号和主席团决定文号', { field: 'decisionNumber' });
  }
  if (decidedOn > on) {
    return reject('invalid', 'date-in-the-future', '决定日期不能晚于今天', { field: 'decidedOn' });
  }
  const clock = {
    kind: 'register',
    subject: suggestion.suggestionId,
    round: suggestion.textVersion,
  } as const;
  const clocks = [startClock(rules, { ...clock, startDate: decidedOn, startEvent: 'motion_conversion' })];
  return [{ type: 'suggestion-converted', motionNumber, decisionNumber, decidedOn, clocks }];
};
