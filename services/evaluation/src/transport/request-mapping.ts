import type { PageRequest } from '@huiyin/contracts/gen/common/v1/common';
import type {
  GiveCosignerOpinionRequest,
  ListEvaluationsRequest,
  ListPromisesRequest,
  ListRectificationsRequest,
  SubmitEvaluationRequest,
} from '@huiyin/contracts/gen/evaluation/v1/service';
import { localDate } from '@huiyin/kernel/local-date';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { GiveCosignerOpinionRequest as GiveOpinion } from '../app/give-cosigner-opinion.ts';
import type { ListEvaluationsRequest as EvaluationQuestion } from '../app/list-evaluations.ts';
import type { ListPromisesRequest as PromiseQuestion } from '../app/list-promises.ts';
import type { ListRectificationsRequest as RectificationQuestion } from '../app/list-rectifications.ts';
import type { SubmitEvaluationRequest as Submit } from '../app/submit-evaluation.ts';
import type { DecideEscalation } from '../domain/rehandling.ts';
import { SATISFACTIONS, type Satisfaction } from '../domain/satisfaction.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;
const CLASS_OPINIONS = ['agreed', 'disagreed', 'not-said'] as const;
const DECISIONS = ['superior-body', 'inquiry', 'close-unsatisfied'] as const;
const EVALUATION_STATUSES = ['awaited', 'overdue', 'submitted', 'lapsed'] as const;
const PROMISE_STATUSES = ['open', 'kept', 'broken'] as const;
const RECTIFICATION_STATUSES = ['ordered', 'submitted', 'accepted'] as const;

/** 征询意见表. Without a signed suggestion the case itself is meant. */
export function evaluationFrom(request: SubmitEvaluationRequest): Submit | Rejection {
  const attitude = satisfactionFrom(request.attitude, 'attitude');
  if (isRejection(attitude)) return attitude;
  const result = satisfactionFrom(request.result, 'result');
  if (isRejection(result)) return result;
  const classOpinion = oneOf(CLASS_OPINIONS, request.classOpinion || 'not-said');
  if (classOpinion === undefined) return malformed('classOpinion');
  if (request.round < 0) return malformed('round');
  const { reasons, seenOnSite } = request;
  return { ...choiceFrom(request), form: { attitude, result, reasons, seenOnSite, classOpinion } };
}

export function opinionFrom(request: GiveCosignerOpinionRequest): GiveOpinion | Rejection {
  const satisfaction = satisfactionFrom(request.satisfaction, 'satisfaction');
  if (isRejection(satisfaction)) return satisfaction;
  return request.round < 0 ? malformed('round') : { ...choiceFrom(request), satisfaction };
}

function choiceFrom(request: {
  suggestionId: string;
  assignmentId: string;
  signedSuggestionId: string;
  round: number;
}) {
  const { suggestionId, assignmentId, round } = request;
  return {
    suggestionId,
    assignmentId,
    round,
    signedSuggestionId: request.signedSuggestionId || suggestionId,
  };
}

export function decisionFrom(decision: string): DecideEscalation['decision'] | Rejection {
  return oneOf(DECISIONS, decision) ?? malformed('decision');
}

/** The list asked for, bounded. */
export function evaluationsFrom(request: ListEvaluationsRequest): EvaluationQuestion | Rejection {
  const { status, dissatisfied, unitId } = request;
  if (status !== '' && oneOf(EVALUATION_STATUSES, status) === undefined) return malformed('status');
  return { status, dissatisfied, unitId, ...pageFrom(request.page) };
}

/** The list asked for, bounded. */
export function promisesFrom(request: ListPromisesRequest): PromiseQuestion | Rejection {
  const { status, unitId, dueUntil } = request;
  if (status !== '' && oneOf(PROMISE_STATUSES, status) === undefined) return malformed('status');
  if (dueUntil !== '' && !isDay(dueUntil)) return malformed('dueUntil');
  return { status, unitId, dueUntil, ...pageFrom(request.page) };
}

/** The list asked for, bounded. */
export function rectificationsFrom(request: ListRectificationsRequest): RectificationQuestion | Rejection {
  const { status, unitId } = request;
  if (status !== '' && oneOf(RECTIFICATION_STATUSES, status) === undefined) return malformed('status');
  return { status, unitId, ...pageFrom(request.page) };
}

/** The page asked for, bounded. */
export function pageFrom(page: PageRequest | undefined): { limit: number; cursor: string } {
  const limit = page?.limit ?? 0;
  return { limit: limit <= 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE), cursor: page?.cursor ?? '' };
}

function satisfactionFrom(satisfaction: string, field: string): Satisfaction | Rejection {
  return oneOf(SATISFACTIONS, satisfaction) ?? malformed(field);
}

function isDay(day: string): boolean {
  try {
    localDate(day);
    return true;
  } catch {
    return false;
  }
}

function oneOf<const Word extends string>(words: readonly Word[], word: string): Word | undefined {
  return words.find((candidate) => candidate === word);
}

function malformed(field: string): Rejection {
  return reject('invalid', 'malformed-field', '内容格式不正确', { field });
}
