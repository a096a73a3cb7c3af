import { evaluationOf, evaluationsOf, replyingShares, replyOf, type CaseFile } from './case-file.ts';
import { isOpen, type Evaluation } from './evaluation.ts';
import type { ClosedShare, Outcome } from './events.ts';
import type { Reply } from './reply.ts';
import { worstOf, type Satisfaction } from './satisfaction.ts';
import type { Share } from './share.ts';

/** What a case still waits for before it may close. */
export interface ClosingCondition {
  readonly kind:
    | 'reply'
    | 'evaluation'
    | 'rehandling'
    | 'joint-study'
    | 'council'
    | 'look-back'
    | 'rectification'
    | 'promise';
  /** Assignment, rectification or promise. */
  readonly subject: string;
}

/**
 * T24–T26, S9 → S12: every evaluation of the last round is in or lapsed and none of them bad, the look-back judged or
 * waived (decisions.md 7), nothing to rectify, no promise open. Empty: the case may close.
 */
export function openConditions(file: CaseFile): readonly ClosingCondition[] {
  const shares = replyingShares(file);
  if (shares.length === 0) return [{ kind: 'reply', subject: file.caseId }];
  return [
    ...shares.flatMap((share) => shareConditions(file, share)),
    ...file.rectifications
      .filter((rectification) => rectification.status !== 'accepted')
      .map(({ rectificationId: subject }) => ({ kind: 'rectification', subject }) as const),
    ...file.promises
      .filter((promise) => promise.status === 'open')
      .map(({ promiseId: subject }) => ({ kind: 'promise', subject }) as const),
  ];
}

function shareConditions(file: CaseFile, share: Share): readonly ClosingCondition[] {
  const { assignmentId: subject, course } = share;
  switch (course.phase) {
    case 'joint-study':
      return [{ kind: 'joint-study', subject }];
    case 'council':
    case 'referred':
      return [{ kind: 'council', subject }];
    case 'handling':
    case 'explained':
    case 'waived':
      break;
  }
  const reply = replyOf(file, subject, course.round);
  if (reply === undefined) return [{ kind: course.round === 1 ? 'reply' : 'rehandling', subject }];
  const conditions: ClosingCondition[] = [];
  if (!everybodyHeard(file, reply)) conditions.push({ kind: 'evaluation', subject });
  else if (course.phase === 'handling' && worstSatisfaction(file, reply) === 'dissatisfied') {
    conditions.push({ kind: 'rehandling', subject });
  }
  if (!lookedBack(file, reply)) conditions.push({ kind: 'look-back', subject });
  return conditions;
}

/** Every lead deputy owed this reply has it and has answered or let the days pass. */
function everybodyHeard(file: CaseFile, reply: Reply): boolean {
  const { assignmentId, round } = reply;
  const asked = evaluationsOf(file, assignmentId, round);
  // A child absorbed after the signing is owed the same reply (decisions 8).
  const owed = [...reply.owed, ...file.absorbed].filter((deputy) => deputy.isLead);
  const heard = (evaluation: Evaluation | undefined): boolean =>
    evaluation !== undefined && !isOpen(evaluation);
  return (
    asked.every(heard) &&
    owed.every(({ suggestionId }) =>
      heard(evaluationOf(file, { assignmentId, round, signedSuggestionId: suggestionId })),
    )
  );
}

/** Waived does not count once a deputy denies a class A: meeting then asks for the look-back after all. */
function lookedBack(file: CaseFile, reply: Reply): boolean {
  const lookBack = file.lookBacks.find((candidate) => candidate.replyId === reply.replyId);
  switch (lookBack?.status) {
    case undefined:
    case 'required':
      return false;
    case 'waived':
      return !isChallenged(file, reply);
    case 'judged':
    case 'superseded':
      return true;
  }
}

/** domain.md T25: every class A that a deputy challenges is looked at. */
function isChallenged(file: CaseFile, { assignmentId, round }: Reply): boolean {
  return evaluationsOf(file, assignmentId, round).some(
    (evaluation) =>
      evaluation.status === 'submitted' &&
      evaluation.form.resultClass === 'A' &&
      evaluation.form.classOpinion === 'disagreed' &&
      worstOf([evaluation.form.attitude, evaluation.form.result]) !== 'dissatisfied',
  );
}

/** The worst of attitude and result over all evaluations of a reply; undefined when all lapsed. */
export function worstSatisfaction(
  file: CaseFile,
  { assignmentId, round }: Pick<Reply, 'assignmentId' | 'round'>,
): Satisfaction | undefined {
  return worstOf(
    evaluationsOf(file, assignmentId, round).flatMap((evaluation) =>
      evaluation.status === 'submitted' ? [evaluation.form.attitude, evaluation.form.result] : [],
    ),
  );
}

export interface Closing {
  readonly outcome: Outcome;
  readonly resultClass: string;
  readonly aUnseen: boolean;
  readonly shares: readonly ClosedShare[];
}

/** What a case that may close comes to. Of several shares the weakest class stands for the case. */
export function closingOf(file: CaseFile): Closing {
  const shares = replyingShares(file).map((share) => closedShare(file, share));
  const resultClass = shares.map((share) => share.resultClass).reduce((a, b) => (a > b ? a : b), '');
  return {
    outcome: replyingShares(file).some(({ course: { phase } }) => phase === 'explained' || phase === 'waived')
      ? 'closed-unsatisfied'
      : 'closed',
    resultClass,
    aUnseen: resultClass === 'A' && shares.some((share) => share.aUnseen),
    shares,
  };
}

function closedShare(file: CaseFile, share: Share): ClosedShare {
  const { assignmentId, unitId } = share;
  const { round } = share.course;
  const reply = replyOf(file, assignmentId, round);
  const resultClass = reply?.resultClass ?? '';
  const worst = worstSatisfaction(file, { assignmentId, round });
  return {
    assignmentId,
    unitId,
    resultClass,
    round,
    worst,
    aUnseen: resultClass === 'A' && !wasSeen(file, reply),
  };
}

/** decisions.md 7: a class A counts in full only when somebody stood in front of it, at the look-back or before. */
function wasSeen(file: CaseFile, reply: Reply | undefined): boolean {
  if (reply === undefined) return false;
  const judged = file.lookBacks.some(
    (lookBack) => lookBack.replyId === reply.replyId && lookBack.status === 'judged',
  );
  return (
    judged ||
    evaluationsOf(file, reply.assignmentId, reply.round).some(
      (evaluation) => evaluation.status === 'submitted' && evaluation.form.seenOnSite,
    )
  );
}
