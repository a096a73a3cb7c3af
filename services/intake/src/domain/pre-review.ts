import { localDateOf } from '@huiyin/kernel/local-date';
import { meetClock, startClock, type RulesInForce } from './clock-fact.ts';
import type { Decider } from './events.ts';
import { wrongStatus } from './rejections.ts';
import { reject } from '@huiyin/kernel/rejection';
import { refuseIncomplete } from './text.ts';
import type { PreReviewAdvice } from './suggestion.ts';

/**
 * T3 预审指导: a deputy may ask the desk to read the draft. One workday during a congress session, three otherwise [D].
 * Nothing waits for the answer: the draft can be edited and submitted all the while.
 */
export const requestPreReview: Decider<{
  readonly at: Date;
  readonly inSession: boolean;
  readonly rules: RulesInForce;
}> = (suggestion, command) => {
  if (suggestion.status !== 'draft' && suggestion.status !== 'cosigning') {
    return wrongStatus(suggestion.status, '只有草稿可以申请预审指导');
  }
  const incomplete = refuseIncomplete(suggestion.text);
  if (incomplete !== undefined) return incomplete;
  const kind = command.inSession ? 'pre_review_in_session' : 'pre_review';
  const round = suggestion.preReviews.length + 1;
  const clock = {
    kind,
    round,
    subject: suggestion.suggestionId,
    startDate: localDateOf(command.at),
    startEvent: 'request',
  } as const;
  return [
    {
      type: 'pre-review-requested',
      requestedAt: command.at.toISOString(),
      clock: { kind, round },
      clocks: [startClock(command.rules, clock)],
    },
  ];
};

/** T3: advice on 言之有物、言之有理、言之可行. It never blocks and only the lead deputy sees it. */
export const answerPreReview: Decider<{ readonly advice: PreReviewAdvice }> = (suggestion, { advice }) => {
  if (suggestion.status !== 'pre-review') return wrongStatus(suggestion.status, '该草稿没有待答复的预审申请');
  const improves = [advice.substance, advice.reasoning, advice.feasibility].includes('improve');
  if (improves && advice.advice === '' && advice.comments.length === 0) {
    return reject('invalid', 'explanation-missing', '请写明需要改进之处', { field: 'advice' });
  }
  const met = meetClock({
    ...suggestion.clock,
    subject: suggestion.suggestionId,
    on: advice.answeredOn,
  });
  return [{ type: 'pre-review-answered', advice, clocks: [met] }];
};
