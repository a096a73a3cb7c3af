import type { LocalDate } from '@huiyin/kernel/local-date';
import { cancelClock, startClock, type RulesInForce } from './clock-fact.ts';
import type { Awaited, Evaluation, Overdue } from './evaluation.ts';
import type { EvaluationEvent } from './events.ts';

/** The term passed: the days of grace begin with its last day. */
export function overdueOf(evaluation: Awaited, dueOn: LocalDate, rules: RulesInForce): EvaluationEvent {
  const { evaluationId, assignmentId, signedSuggestionId, round, deputyId, clockSubject } = evaluation;
  const clock = startClock(
    rules,
    { kind: 'feedback_lapse_extra', subject: clockSubject, round },
    { startDate: dueOn, startEvent: 'feedback_due', owner: { owner: 'deputy', personId: deputyId } },
  );
  const key = { evaluationId, assignmentId, signedSuggestionId, round };
  return { type: 'feedback-overdue', ...key, deputyId, overdueSince: dueOn, clocks: [clock] };
}

/** 逾期未反馈: nothing is owed any more, so both clocks end. */
export function lapseOf(evaluation: Evaluation, unitId: string, today: LocalDate): EvaluationEvent {
  const { evaluationId, assignmentId, signedSuggestionId, round } = evaluation;
  const key = { evaluationId, assignmentId, signedSuggestionId, round };
  const clocks = feedbackClocks(evaluation).map((clock) => cancelClock(clock, today));
  return { type: 'suggestion-lapsed', ...key, unitId, lapsedOn: today, clocks };
}

/** The clocks that run for an open evaluation: the term's, and in the days of grace theirs too. */
export function feedbackClocks({ status, clockSubject, round }: Awaited | Overdue | Evaluation) {
  const feedback = { kind: 'feedback', subject: clockSubject, round } as const;
  const grace = { kind: 'feedback_lapse_extra', subject: clockSubject, round } as const;
  return status === 'overdue' ? [feedback, grace] : [feedback];
}
