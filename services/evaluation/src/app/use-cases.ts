import type { acceptRectification } from './accept-rectification.ts';
import type { breakPromise } from './break-promise.ts';
import type { castVote } from './cast-vote.ts';
import type { checkInVoter } from './check-in-voter.ts';
import type { closeBallot } from './close-ballot.ts';
import type { closeCheckIn } from './close-check-in.ts';
import type { decideEscalation } from './decide-escalation.ts';
import type { getCaseEvaluations } from './get-case-evaluations.ts';
import type { giveCosignerOpinion } from './give-cosigner-opinion.ts';
import type { keepPromise } from './keep-promise.ts';
import type { learnFact } from './learn-fact.ts';
import type { listEvaluations } from './list-evaluations.ts';
import type { listPromises } from './list-promises.ts';
import type { listRectifications } from './list-rectifications.ts';
import type { openBallot } from './open-ballot.ts';
import type { openCasting } from './open-casting.ts';
import type { orderRehandling } from './order-rehandling.ts';
import type { getBallot, listBallots } from './read-ballots.ts';
import type { rejectRectification } from './reject-rectification.ts';
import type { reportProgress } from './report-progress.ts';
import type { submitEvaluation } from './submit-evaluation.ts';
import type { submitRectification } from './submit-rectification.ts';
import type { waiveRehandling } from './waive-rehandling.ts';

/** What evaluation can be asked and told; the composition root builds each over the ports. */
export interface EvaluationUseCases {
  readonly submitEvaluation: ReturnType<typeof submitEvaluation>;
  readonly giveCosignerOpinion: ReturnType<typeof giveCosignerOpinion>;
  readonly orderRehandling: ReturnType<typeof orderRehandling>;
  readonly waiveRehandling: ReturnType<typeof waiveRehandling>;
  readonly decideEscalation: ReturnType<typeof decideEscalation>;
  readonly reportProgress: ReturnType<typeof reportProgress>;
  readonly keepPromise: ReturnType<typeof keepPromise>;
  readonly breakPromise: ReturnType<typeof breakPromise>;
  readonly submitRectification: ReturnType<typeof submitRectification>;
  readonly acceptRectification: ReturnType<typeof acceptRectification>;
  readonly rejectRectification: ReturnType<typeof rejectRectification>;
  readonly getCaseEvaluations: ReturnType<typeof getCaseEvaluations>;
  readonly listEvaluations: ReturnType<typeof listEvaluations>;
  readonly listPromises: ReturnType<typeof listPromises>;
  readonly listRectifications: ReturnType<typeof listRectifications>;
  readonly openBallot: ReturnType<typeof openBallot>;
  readonly checkInVoter: ReturnType<typeof checkInVoter>;
  readonly closeCheckIn: ReturnType<typeof closeCheckIn>;
  readonly openCasting: ReturnType<typeof openCasting>;
  readonly castVote: ReturnType<typeof castVote>;
  readonly closeBallot: ReturnType<typeof closeBallot>;
  readonly listBallots: ReturnType<typeof listBallots>;
  readonly getBallot: ReturnType<typeof getBallot>;
}

/** What evaluation does about other services' facts. */
export interface EvaluationReactions {
  readonly learnFact: ReturnType<typeof learnFact>;
}
