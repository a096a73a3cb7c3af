import type { LocalDate } from '@huiyin/kernel/local-date';
import { evaluationsOf, replyingShares, replyOf, shareOf, type CaseFile } from './case-file.ts';
import { cancelClock, meetClock, startClock, startClockUntil, type RulesInForce } from './clock-fact.ts';
import { closingOf, openConditions, worstSatisfaction } from './closing.ts';
import type { Evaluation } from './evaluation.ts';
import type { EvaluationEvent } from './events.ts';
import { lapseOf, overdueOf } from './feedback-term.ts';
import type { PromiseMade, Reply } from './reply.ts';
import { rectificationIdOf } from './rectification.ts';
import { rehandlingOf } from './rehandling.ts';
import type { Share } from './share.ts';

/** When and under which rules consequences are drawn. */
export interface Occasion {
  readonly today: LocalDate;
  readonly rules: RulesInForce;
}

/**
 * The next thing the known facts demand, in whatever order they came; nothing when all is at rest. Called again after
 * each answer, so every rule sees the effect of those before it.
 */
export function nextConsequence(file: CaseFile, occasion: Occasion): readonly EvaluationEvent[] {
  if (file.standing.phase === 'ended') return keptScoreFacts(file);
  for (const rule of RULES) {
    const events = rule(file, occasion);
    if (events.length > 0) return events;
  }
  return [];
}

type Rule = (file: CaseFile, occasion: Occasion) => readonly EvaluationEvent[];

const RULES: readonly Rule[] = [
  keptScoreFacts,
  openedPromises,
  endedFeedbackTerms,
  orderedRectifications,
  answeredDissatisfaction,
  answeredJointStudies,
  closedOrFollowedUp,
];

/** The score asks later whether the liaison was trained when the share was handed over. */
function keptScoreFacts(file: CaseFile): readonly EvaluationEvent[] {
  return file.shares.flatMap(({ assignmentId, unitId, training }): readonly EvaluationEvent[] => {
    if (training.state === 'sufficient' || training.kept) return [];
    const { sourceEventId } = training;
    return [{ type: 'score-fact-kept', assignmentId, unitId, fact: 'liaison-untrained', sourceEventId }];
  });
}

/** T24: every promise of a reply enters the ledger; one made after closing opens the case again (S12 → S11). */
function openedPromises(file: CaseFile, occasion: Occasion): readonly EvaluationEvent[] {
  const known = new Set(file.promises.map((promise) => promise.promiseId));
  const unopened = file.replies.flatMap((reply) =>
    reply.promises.filter((promise) => !known.has(promise.promiseId)).map((promise) => ({ reply, promise })),
  );
  if (unopened.length === 0) return [];
  const { standing } = file;
  const reopened: readonly EvaluationEvent[] =
    standing.phase === 'closed'
      ? [
          {
            type: 'suggestion-reopened',
            clocks: [
              cancelClock(
                { kind: 'archive', subject: file.caseId, round: standing.closings },
                occasion.today,
              ),
            ],
          },
        ]
      : [];
  return [
    ...reopened,
    ...unopened.map(({ reply, promise }) => promiseOpened(file, { reply, promise }, occasion)),
  ];
}

/** Owed by the unit that has the share now: another may have taken over since the reply. */
function promiseOpened(
  file: CaseFile,
  of: { readonly reply: Reply; readonly promise: PromiseMade },
  { today, rules }: Occasion,
): EvaluationEvent {
  const { reply, promise } = of;
  const { assignmentId } = reply;
  const unitId = shareOf(file, assignmentId)?.unitId ?? reply.unitId;
  const { promiseId, text, dueOn } = promise;
  const owner = { owner: 'unit', unitId } as const;
  return {
    ...{ type: 'promise-opened', promiseId, assignmentId, unitId, text, dueOn },
    clocks: [
      startClockUntil(rules, { subject: promiseId, startDate: today, dueOn, owner }),
      startClock(
        rules,
        { kind: 'promise_progress', subject: promiseId, round: 1 },
        { startDate: today, startEvent: 'promise', owner },
      ),
    ],
  };
}

/** T21: the feedback term passes, then the grace; then the silence is recorded. */
function endedFeedbackTerms(file: CaseFile, occasion: Occasion): readonly EvaluationEvent[] {
  return file.evaluations.flatMap((evaluation) => {
    const missed = missedTerm(file, evaluation);
    if (missed === undefined) return [];
    return evaluation.status === 'awaited'
      ? [overdueOf(evaluation, missed, occasion.rules)]
      : [lapseOf(evaluation, unitOf(file, evaluation), occasion.today)];
  });
}

/** The last day of the term an open evaluation is in, once supervision has told that it passed. */
function missedTerm(file: CaseFile, evaluation: Evaluation): LocalDate | undefined {
  if (evaluation.status !== 'awaited' && evaluation.status !== 'overdue') return undefined;
  const kind = evaluation.status === 'awaited' ? 'feedback' : 'feedback_lapse_extra';
  const { clockSubject, round } = evaluation;
  return file.missedTerms.find(
    (missed) => missed.kind === kind && missed.subject === clockSubject && missed.round === round,
  )?.dueOn;
}

function unitOf(file: CaseFile, { assignmentId, round }: Evaluation): string {
  return replyOf(file, assignmentId, round)?.unitId ?? shareOf(file, assignmentId)?.unitId ?? '';
}

/** T25, T26: what the look-back found short becomes a rectification with a day. */
function orderedRectifications(file: CaseFile, { today, rules }: Occasion): readonly EvaluationEvent[] {
  if (file.standing.phase !== 'open') return [];
  const { followUps } = file.standing;
  const ordered = file.lookBacks.flatMap((lookBack): readonly EvaluationEvent[] => {
    if (lookBack.status !== 'judged' || lookBack.verdict === 'met') return [];
    const rectificationId = rectificationIdOf(file.caseId, lookBack.replyId);
    if (file.rectifications.some((known) => known.rectificationId === rectificationId)) return [];
    const share = shareOf(file, lookBack.assignmentId);
    if (share === undefined) return [];
    const { replyId, assignmentId, gaps } = lookBack;
    const { unitId } = share;
    const clock = startClock(
      rules,
      { kind: 'rectification', subject: rectificationId, round: 1 },
      { startDate: today, startEvent: 'rectification_order', owner: { owner: 'unit', unitId } },
    );
    const order = { rectificationId, replyId, assignmentId, unitId, gaps, attempt: 1, orderedOn: today };
    return [{ type: 'rectification-ordered', ...order, clocks: [clock] }];
  });
  if (ordered.length === 0 || followUps.includes('rectification')) return ordered;
  return [...ordered, { type: 'follow-up-begun', cause: 'rectification' }];
}

/** T22, T23: the first 不满意 has the share handled again, the second is studied jointly, the third decided above. */
function answeredDissatisfaction(file: CaseFile, occasion: Occasion): readonly EvaluationEvent[] {
  return replyingShares(file).flatMap((share) => {
    const { course } = share;
    if (course.phase !== 'handling') return [];
    const { round } = course;
    if (worstSatisfaction(file, { assignmentId: share.assignmentId, round }) !== 'dissatisfied') return [];
    if (round >= occasion.rules.pack.params.joint_study_after_rounds)
      return [escalation(share, round, occasion)];
    return isAutomatic(file, share, occasion.rules)
      ? [rehandlingOf(share, { ...occasion, reason: '代表评价为不满意', automatic: true, met: [] })]
      : [];
  });
}

/** The profile says which of the two dimensions order a re-handling by themselves (SD23, SD24). */
function isAutomatic(file: CaseFile, share: Share, rules: RulesInForce): boolean {
  const on = rules.pack.params.rehandle_auto_on;
  return evaluationsOf(file, share.assignmentId, share.course.round).some(
    (evaluation) =>
      evaluation.status === 'submitted' &&
      ((on.includes('attitude_bad') && evaluation.form.attitude === 'dissatisfied') ||
        (on.includes('result_bad') && evaluation.form.result === 'dissatisfied')),
  );
}

function escalation(share: Share, round: number, { today, rules }: Occasion): EvaluationEvent {
  const { assignmentId, unitId } = share;
  const stage = round === rules.pack.params.joint_study_after_rounds ? 'joint-study' : 'council';
  const clock = startClock(
    rules,
    { kind: 'joint_study', subject: assignmentId, round },
    { startDate: today, startEvent: 'escalation', owner: { owner: 'desk' } },
  );
  const clocks = stage === 'joint-study' ? [clock] : [];
  const ids = { assignmentId, unitId, overseerIds: share.overseerIds ?? [] };
  return { type: 'suggestion-escalated', ...ids, round, stage, escalatedOn: today, clocks };
}

/** S13 → S10: the joint study ends with the unit handling again, having heard what must change. */
function answeredJointStudies(file: CaseFile, occasion: Occasion): readonly EvaluationEvent[] {
  return replyingShares(file).flatMap((share) => {
    const { course, assignmentId } = share;
    if (course.phase !== 'joint-study') return [];
    const held = file.jointStudies.find(
      (study) => study.assignmentId === assignmentId && study.heldOn >= course.since,
    );
    if (held === undefined) return [];
    const met = [meetClock({ kind: 'joint_study', subject: assignmentId, round: course.round }, held.heldOn)];
    return [rehandlingOf(share, { ...occasion, reason: '专题研究后重新办理', automatic: true, met })];
  });
}

/** S9 → S12, or S11 while only promises are open. */
function closedOrFollowedUp(file: CaseFile, { today, rules }: Occasion): readonly EvaluationEvent[] {
  const { standing } = file;
  if (standing.phase !== 'open') return [];
  const conditions = openConditions(file);
  if (conditions.length > 0) {
    const onlyPromises = conditions.every((condition) => condition.kind === 'promise');
    return onlyPromises && !standing.followUps.includes('promise')
      ? [{ type: 'follow-up-begun', cause: 'promise' }]
      : [];
  }
  const archive = { kind: 'archive', subject: file.caseId, round: standing.closings + 1 } as const;
  const clocks = [
    startClock(rules, archive, { startDate: today, startEvent: 'closed', owner: { owner: 'desk' } }),
  ];
  return [{ type: 'suggestion-closed', closedOn: today, ...closingOf(file), clocks }];
}
