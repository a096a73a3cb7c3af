import type {
  Evaluation as ProtoEvaluation,
  EvaluationRow,
  GetCaseEvaluationsResponse,
  Promise as ProtoPromise,
  Rectification as ProtoRectification,
  ShareCourse as ProtoShareCourse,
} from '@huiyin/contracts/gen/evaluation/v1/service';
import type { CaseEvaluations } from '../app/get-case-evaluations.ts';
import type { ListedEvaluation } from '../app/list-evaluations.ts';
import type { Listed } from '../app/ports.ts';
import type { Standing } from '../domain/case-file.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { PromiseItem } from '../domain/promise-item.ts';
import type { Rectification } from '../domain/rectification.ts';
import type { Share } from '../domain/share.ts';

/** A case's evaluations with what follows from them. */
export function caseEvaluationsTo({
  file,
  version,
  evaluations,
  shares,
  rectifications,
  waitingFor,
  hidden,
}: CaseEvaluations): GetCaseEvaluationsResponse {
  const { caseId, number, title, standing } = file;
  const where = { caseId, number, title, version };
  return {
    suggestionId: caseId,
    version: BigInt(version),
    standing: standingTo(standing),
    evaluations: evaluations.map((evaluation) => evaluationTo(caseId, evaluation, hidden)),
    shares: shares.map(shareTo),
    waitingFor: waitingFor.map((condition) => ({ ...condition })),
    promises: file.promises.map((item) => promiseTo({ item, ...where })),
    rectifications: rectifications.map((item) => rectificationTo({ item, ...where })),
    outcome: standing.phase === 'closed' ? standing.outcome : '',
    closedOn: standing.phase === 'closed' ? standing.on : '',
  };
}

function standingTo(standing: Standing): string {
  return standing.phase === 'open' && standing.followUps.length > 0 ? 'follow-up' : standing.phase;
}

function shareTo({ assignmentId, unitId, standing, course }: Share): ProtoShareCourse {
  return { assignmentId, unitId, round: course.round, status: standing === 'active' ? course.phase : 'left' };
}

function evaluationTo(
  suggestionId: string,
  evaluation: Evaluation,
  hidden: ReadonlySet<string>,
): ProtoEvaluation {
  const { evaluationId, assignmentId, signedSuggestionId, round, status, deliveredOn, replyId } = evaluation;
  const shown = (deputyId: string): string => (hidden.has(deputyId) ? '' : deputyId);
  const deputyId = shown(evaluation.deputyId);
  const form = evaluation.status === 'submitted' ? evaluation.form : undefined;
  return {
    ...{ evaluationId, suggestionId, assignmentId, signedSuggestionId, round, deputyId, status },
    ...{ deliveredOn, replyId },
    submittedOn: evaluation.status === 'submitted' ? evaluation.submittedOn : '',
    attitude: form?.attitude ?? '',
    result: form?.result ?? '',
    reasons: form?.reasons ?? '',
    seenOnSite: form?.seenOnSite ?? false,
    classOpinion: form === undefined || form.classOpinion === 'not-said' ? '' : form.classOpinion,
    cosignerOpinions: evaluation.cosignerOpinions.map((opinion) => ({
      ...opinion,
      deputyId: shown(opinion.deputyId),
    })),
  };
}

/** A row of a list of evaluations. */
export function evaluationRowTo({ evaluation, file, share, hidden }: ListedEvaluation): EvaluationRow {
  return {
    evaluation: evaluationTo(file.caseId, evaluation, hidden),
    number: file.number ?? '',
    title: file.title ?? '',
    unitId: share?.unitId ?? '',
    course: share === undefined ? undefined : shareTo(share),
    standing: standingTo(file.standing),
  };
}

/** A promise as it is shown; fields of statuses it has not reached are empty. */
export function promiseTo({
  item,
  caseId,
  number = '',
  title = '',
  version,
}: Listed<PromiseItem>): ProtoPromise {
  const { promiseId, assignmentId, unitId, text, dueOn, status, reports } = item;
  return {
    ...{ promiseId, assignmentId, unitId, text, dueOn, status, number, title },
    suggestionId: caseId,
    version: BigInt(version),
    reports: reports.map(({ on, progress }) => ({ onDate: on, progress })),
    ...endTo(item),
  };
}

function endTo(item: PromiseItem): Pick<ProtoPromise, 'endedOn' | 'finding'> {
  switch (item.status) {
    case 'open':
      return { endedOn: '', finding: '' };
    case 'kept':
      return { endedOn: item.keptOn, finding: item.finding };
    case 'broken':
      return { endedOn: item.brokenOn, finding: item.explanation };
  }
}

/** A rectification as it is shown. */
export function rectificationTo(listed: Listed<Rectification>): ProtoRectification {
  const { item, caseId, number = '', title = '', version } = listed;
  const { rectificationId, assignmentId, unitId, gaps, status, attempt, orderedOn, rejections } = item;
  return {
    ...{ rectificationId, assignmentId, unitId, status, attempt, orderedOn, number, title },
    suggestionId: caseId,
    version: BigInt(version),
    gaps: [...gaps],
    rejections: [...rejections],
    report: item.status === 'ordered' ? '' : item.report,
    submittedOn: item.status === 'ordered' ? '' : item.submittedOn,
    acceptedOn: item.status === 'accepted' ? item.acceptedOn : '',
    acceptedBy: item.status === 'accepted' ? item.acceptedBy : '',
  };
}
