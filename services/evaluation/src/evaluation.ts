import type { Compose, ServiceKit } from '@huiyin/chassis/service';
import { acceptRectification } from './app/accept-rectification.ts';
import { breakPromise } from './app/break-promise.ts';
import { decideEscalation } from './app/decide-escalation.ts';
import { getCaseEvaluations } from './app/get-case-evaluations.ts';
import { giveCosignerOpinion } from './app/give-cosigner-opinion.ts';
import { keepPromise } from './app/keep-promise.ts';
import { learnFact } from './app/learn-fact.ts';
import { listEvaluations } from './app/list-evaluations.ts';
import { listPromises } from './app/list-promises.ts';
import { listRectifications } from './app/list-rectifications.ts';
import { orderRehandling } from './app/order-rehandling.ts';
import type { EvaluationPorts } from './app/ports.ts';
import { rejectRectification } from './app/reject-rectification.ts';
import { reportProgress } from './app/report-progress.ts';
import { submitEvaluation } from './app/submit-evaluation.ts';
import { submitRectification } from './app/submit-rectification.ts';
import type { EvaluationReactions, EvaluationUseCases } from './app/use-cases.ts';
import { caseFiles } from './storage/case-files.ts';
import { evaluations } from './storage/evaluations.ts';
import { promises } from './storage/promises.ts';
import { rectifications } from './storage/rectifications.ts';
import { scoreFacts } from './storage/score-facts.ts';
import { evaluationConsumers } from './transport/consume.ts';
import { evaluationGrpc } from './transport/grpc.ts';
import { publish } from './transport/publish.ts';

/** What evaluation can be asked and told. */
export function evaluationUseCases(ports: EvaluationPorts): EvaluationUseCases {
  return {
    submitEvaluation: submitEvaluation(ports),
    giveCosignerOpinion: giveCosignerOpinion(ports),
    orderRehandling: orderRehandling(ports),
    decideEscalation: decideEscalation(ports),
    reportProgress: reportProgress(ports),
    keepPromise: keepPromise(ports),
    breakPromise: breakPromise(ports),
    submitRectification: submitRectification(ports),
    acceptRectification: acceptRectification(ports),
    rejectRectification: rejectRectification(ports),
    getCaseEvaluations: getCaseEvaluations(ports),
    listEvaluations: listEvaluations(ports),
    listPromises: listPromises(ports),
    listRectifications: listRectifications(ports),
  };
}

/** What evaluation does about others' facts. */
export function evaluationReactions(ports: EvaluationPorts): EvaluationReactions {
  return { learnFact: learnFact(ports) };
}

/** Postgres behind every port of storage. */
export const evaluationStores = { files: caseFiles, evaluations, promises, rectifications, scoreFacts };

/** Wires storage and transport around the use cases. */
export const composeEvaluation: Compose = ({ uow, reference }: ServiceKit) => {
  const ports = { ...evaluationStores, uow, reference, publish };
  return {
    grpc: [evaluationGrpc(evaluationUseCases(ports))],
    reactions: evaluationConsumers(evaluationReactions(ports)),
  };
};
