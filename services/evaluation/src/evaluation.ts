import type { Compose, ServiceKit } from '@huiyin/chassis/service';
import { acceptRectification } from './app/accept-rectification.ts';
import { breakPromise } from './app/break-promise.ts';
import { castVote } from './app/cast-vote.ts';
import { checkInVoter } from './app/check-in-voter.ts';
import { closeBallot } from './app/close-ballot.ts';
import { closeCheckIn } from './app/close-check-in.ts';
import { decideEscalation } from './app/decide-escalation.ts';
import { getCaseEvaluations } from './app/get-case-evaluations.ts';
import { giveCosignerOpinion } from './app/give-cosigner-opinion.ts';
import { keepPromise } from './app/keep-promise.ts';
import { learnFact } from './app/learn-fact.ts';
import { listEvaluations } from './app/list-evaluations.ts';
import { listPromises } from './app/list-promises.ts';
import { listRectifications } from './app/list-rectifications.ts';
import { openBallot } from './app/open-ballot.ts';
import { openCasting } from './app/open-casting.ts';
import { orderRehandling } from './app/order-rehandling.ts';
import type { BallotPorts, EvaluationPorts } from './app/ports.ts';
import { getBallot, listBallots } from './app/read-ballots.ts';
import { rejectRectification } from './app/reject-rectification.ts';
import { reportProgress } from './app/report-progress.ts';
import { submitEvaluation } from './app/submit-evaluation.ts';
import { submitRectification } from './app/submit-rectification.ts';
import { waiveRehandling } from './app/waive-rehandling.ts';
import type { EvaluationReactions, EvaluationUseCases } from './app/use-cases.ts';
import { newBallotKeys } from './new-ballot-keys.ts';
import { ballotBox } from './storage/ballot-box.ts';
import { ballotRoll } from './storage/ballot-roll.ts';
import { ballots } from './storage/ballots.ts';
import { caseFiles } from './storage/case-files.ts';
import { evaluations } from './storage/evaluations.ts';
import { promises } from './storage/promises.ts';
import { rectifications } from './storage/rectifications.ts';
import { scoreFacts } from './storage/score-facts.ts';
import { ballotGrpc } from './transport/ballot-grpc.ts';
import { evaluationConsumers } from './transport/consume.ts';
import { evaluationGrpc } from './transport/grpc.ts';
import { publishBallot } from './transport/publish-ballot.ts';
import { publish } from './transport/publish.ts';

/** What evaluation can be asked and told. */
export function evaluationUseCases(ports: EvaluationPorts & BallotPorts): EvaluationUseCases {
  return {
    submitEvaluation: submitEvaluation(ports),
    giveCosignerOpinion: giveCosignerOpinion(ports),
    orderRehandling: orderRehandling(ports),
    waiveRehandling: waiveRehandling(ports),
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
    openBallot: openBallot(ports),
    checkInVoter: checkInVoter(ports),
    closeCheckIn: closeCheckIn(ports),
    openCasting: openCasting(ports),
    castVote: castVote(ports),
    closeBallot: closeBallot(ports),
    listBallots: listBallots(ports),
    getBallot: getBallot(ports),
  };
}

/** What evaluation does about others' facts. */
export function evaluationReactions(ports: EvaluationPorts): EvaluationReactions {
  return { learnFact: learnFact(ports) };
}

/** Postgres behind every port of storage. */
export const evaluationStores = {
  ...{ files: caseFiles, evaluations, promises, rectifications, scoreFacts },
  ...{ ballots, ballotRoll, ballotBox },
};

/** Wires storage and transport around the use cases. */
export const composeEvaluation: Compose = ({ uow, reference }: ServiceKit) => {
  const ports = { ...evaluationStores, uow, reference, publish, publishBallot, newBallotKeys };
  const use = evaluationUseCases(ports);
  return {
    grpc: [evaluationGrpc(use), ballotGrpc(use)],
    reactions: evaluationConsumers(evaluationReactions(ports)),
  };
};
