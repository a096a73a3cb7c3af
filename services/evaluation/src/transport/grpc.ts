import { EvaluationServiceService } from '@huiyin/contracts/gen/evaluation/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { EvaluationUseCases } from '../app/use-cases.ts';
import { caseEvaluationsTo, evaluationRowTo, promiseTo, rectificationTo } from './answer-mapping.ts';
import {
  decisionFrom,
  evaluationFrom,
  evaluationsFrom,
  opinionFrom,
  promisesFrom,
  rectificationsFrom,
} from './request-mapping.ts';

type Definition = typeof EvaluationServiceService;
type Handlers = Parameters<typeof grpcService<Definition>>[1];

/** The gRPC API: decode, call the use case, encode. */
export function evaluationGrpc(use: EvaluationUseCases): GrpcService {
  return grpcService(EvaluationServiceService, {
    ...evaluationRpcs(use),
    ...followUpRpcs(use),
    ...questions(use),
  });
}

function evaluationRpcs(use: EvaluationUseCases) {
  return {
    submitEvaluation: command(async (request, ctx) => {
      const evaluation = evaluationFrom(request);
      return isRejection(evaluation) ? evaluation : use.submitEvaluation(evaluation, ctx);
    }),
    giveCosignerOpinion: command(async (request, ctx) => {
      const opinion = opinionFrom(request);
      return isRejection(opinion) ? opinion : use.giveCosignerOpinion(opinion, ctx);
    }),
    orderRehandling: command(use.orderRehandling),
    waiveRehandling: command(use.waiveRehandling),
    decideEscalation: command(
      async ({ suggestionId, assignmentId, decisionNumber, explanation, ...request }, ctx) => {
        const decision = decisionFrom(request.decision);
        if (isRejection(decision)) return decision;
        return use.decideEscalation(
          { suggestionId, assignmentId, decision, decisionNumber, explanation },
          ctx,
        );
      },
    ),
  } satisfies Partial<Handlers>;
}

function followUpRpcs(use: EvaluationUseCases) {
  return {
    reportProgress: command(use.reportProgress),
    keepPromise: command(use.keepPromise),
    breakPromise: command(use.breakPromise),
    submitRectification: command(use.submitRectification),
    acceptRectification: command(use.acceptRectification),
    rejectRectification: command(use.rejectRectification),
  } satisfies Partial<Handlers>;
}

function questions(use: EvaluationUseCases) {
  return {
    getCaseEvaluations: query(async (request, ctx) => {
      const found = await use.getCaseEvaluations(request, ctx);
      return isRejection(found) ? found : caseEvaluationsTo(found);
    }),
    listEvaluations: query(async (request, ctx) => {
      const question = evaluationsFrom(request);
      if (isRejection(question)) return question;
      const { evaluations, nextCursor } = await use.listEvaluations(question, ctx);
      return { evaluations: evaluations.map(evaluationRowTo), nextCursor };
    }),
    listPromises: query(async (request, ctx) => {
      const question = promisesFrom(request);
      if (isRejection(question)) return question;
      const { items, nextCursor } = await use.listPromises(question, ctx);
      return { promises: items.map(promiseTo), nextCursor };
    }),
    listRectifications: query(async (request, ctx) => {
      const question = rectificationsFrom(request);
      if (isRejection(question)) return question;
      const { items, nextCursor } = await use.listRectifications(question, ctx);
      return { rectifications: items.map(rectificationTo), nextCursor };
    }),
  } satisfies Partial<Handlers>;
}
