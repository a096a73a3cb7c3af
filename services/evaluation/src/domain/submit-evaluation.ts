import type { LocalDate } from '@huiyin/kernel/local-date';
import { evaluationOf, replyOf, shareOf, underLead, type CaseFile } from './case-file.ts';
import { meetClock, startClock, type ClockFact, type RulesInForce } from './clock-fact.ts';
import {
  isOpen,
  type Awaited,
  type Evaluation,
  type EvaluationForm,
  type EvaluationKey,
  type Overdue,
} from './evaluation.ts';
import type { Decision } from './events.ts';
import { feedbackClocks } from './feedback-term.ts';
import {
  invalid,
  MAX_TEXT_CHARACTERS,
  notYetKnown,
  wrongState,
  type EvaluationRejection,
} from './rejections.ts';
import { reject } from '@huiyin/kernel/rejection';
import { isDissatisfied, type Satisfaction } from './satisfaction.ts';

/** Which evaluation is meant; round 0 leaves it to the share's course. */
export type EvaluationChoice = EvaluationKey;

export interface SubmitEvaluation extends EvaluationChoice {
  readonly personId: string;
  readonly form: Omit<EvaluationForm, 'resultClass'>;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

/** T20: the lead deputy of a signed suggestion says what the reply is worth, once a round, after delivery. */
export function submitEvaluation(file: CaseFile, command: SubmitEvaluation): Decision {
  const evaluation = openEvaluation(file, command);
  if ('rejected' in evaluation) return evaluation;
  if (evaluation.deputyId !== command.personId) {
    return reject('forbidden', 'not-lead-deputy', '只有领衔代表本人可以评价');
  }
  const reasons = command.form.reasons.trim();
  const dissatisfied = isDissatisfied(command.form);
  if (dissatisfied && reasons === '')
    return invalid('reasons-missing', '评价为不满意时请写明理由', 'reasons');
  if (reasons.length > MAX_TEXT_CHARACTERS) {
    return invalid('text-too-long', `不能超过${MAX_TEXT_CHARACTERS}字`, 'reasons');
  }
  const { evaluationId, assignmentId, signedSuggestionId, round, cosignerOpinions } = evaluation;
  const reply = replyOf(file, assignmentId, round);
  return [
    {
      type: 'suggestion-evaluated',
      ...{ evaluationId, assignmentId, signedSuggestionId, round, cosignerOpinions },
      unitId: reply?.unitId ?? '',
      deputyId: command.personId,
      form: { ...command.form, reasons, resultClass: reply?.resultClass ?? '' },
      evaluatedOn: command.today,
      clocks: [
        ...feedbackClocks(evaluation).map((clock) => meetClock(clock, command.today)),
        ...(dissatisfied ? orderByHand(file, evaluation, command) : []),
      ],
    },
  ];
}

/**
 * A profile that orders no re-handling by itself gives the desk the days of `rehandle_order` (T22), unless the share is
 * in a later round already: a deputy of a merged suggestion may speak after the others were heard.
 */
function orderByHand(
  file: CaseFile,
  { assignmentId, round }: Evaluation,
  { form, rules, today }: SubmitEvaluation,
): ClockFact[] {
  const { rehandle_auto_on: on, joint_study_after_rounds: limit } = rules.pack.params;
  const automatic =
    (form.attitude === 'dissatisfied' && on.includes('attitude_bad')) ||
    (form.result === 'dissatisfied' && on.includes('result_bad'));
  const present = shareOf(file, assignmentId)?.course.round ?? round;
  if (automatic || round >= limit || present > round) return [];
  const clock = { kind: 'rehandle_order', subject: assignmentId, round } as const;
  return [startClock(rules, clock, { startDate: today, startEvent: 'evaluation', owner: { owner: 'desk' } })];
}

export interface GiveCosignerOpinion extends EvaluationChoice {
  readonly personId: string;
  readonly satisfaction: Satisfaction;
}

/** A co-signer tells the lead deputy, who attaches it; counted apart (decisions.md 8). */
export function giveCosignerOpinion(file: CaseFile, command: GiveCosignerOpinion): Decision {
  const evaluation = openEvaluation(file, command);
  if ('rejected' in evaluation) return evaluation;
  const { evaluationId, assignmentId, signedSuggestionId, round } = evaluation;
  const owed = underLead(file, replyOf(file, assignmentId, round)?.owed ?? []);
  const { personId: deputyId, satisfaction } = command;
  const signed = owed.some(
    (deputy) => deputy.deputyId === deputyId && deputy.suggestionId === signedSuggestionId && !deputy.isLead,
  );
  if (!signed) return reject('forbidden', 'not-cosigner', '只有联名代表可以提交意见');
  const key = { evaluationId, assignmentId, signedSuggestionId, round };
  return [{ type: 'cosigner-opinion-given', ...key, opinion: { deputyId, satisfaction } }];
}

function openEvaluation(file: CaseFile, choice: EvaluationChoice): Awaited | Overdue | EvaluationRejection {
  const evaluation = chosen(file, choice);
  if (evaluation === undefined) return notYetKnown('assignment', file.caseId, '答复送达后才能评价');
  if (isOpen(evaluation)) return evaluation;
  switch (evaluation.status) {
    case 'submitted':
      return wrongState('evaluation-submitted', '本轮评价已提交，不能修改');
    case 'lapsed':
      return wrongState('evaluation-lapsed', '反馈期限已过，已记为逾期未反馈');
    case 'void':
      return wrongState('evaluation-void', '该建议办理已结束，不需要评价');
  }
}

/** Without a round: the share's present one; while its reply is not delivered, an earlier one still to be answered. */
function chosen(file: CaseFile, choice: EvaluationChoice): Evaluation | undefined {
  if (choice.round > 0) return evaluationOf(file, choice);
  const { assignmentId, signedSuggestionId } = choice;
  const present = shareOf(file, assignmentId)?.course.round ?? 1;
  return (
    evaluationOf(file, { assignmentId, signedSuggestionId, round: present }) ??
    file.evaluations.findLast(
      (candidate) =>
        candidate.assignmentId === assignmentId &&
        candidate.signedSuggestionId === signedSuggestionId &&
        isOpen(candidate),
    )
  );
}
