import {
  BallotServiceService,
  type Ballot as ProtoBallot,
  type CastVoteRequest,
  type OpenBallotRequest,
} from '@huiyin/contracts/gen/evaluation/v1/ballots';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import { command, query, unrecorded } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { CastVoteRequest as Vote } from '../app/cast-vote.ts';
import type { OpenBallotRequest as Opening } from '../app/open-ballot.ts';
import type { ShownBallot } from '../app/read-ballots.ts';
import type { EvaluationUseCases } from '../app/use-cases.ts';
import { BALLOT_CHOICES } from '../domain/ballot-rule.ts';
import type { BallotSubject } from '../domain/ballot.ts';
import { pageFrom } from './request-mapping.ts';
import { votesTo } from './vote-mapping.ts';

/** The gRPC API of secret ballots: decode, call the use case, encode. */
export function ballotGrpc(use: EvaluationUseCases): GrpcService {
  return grpcService(BallotServiceService, {
    openBallot: command(async (request, ctx) => {
      const opening = openingFrom(request);
      return isRejection(opening) ? opening : use.openBallot(opening, ctx);
    }),
    checkInVoter: command(use.checkInVoter),
    closeCheckIn: command(use.closeCheckIn),
    openCasting: command(use.openCasting),
    castVote: unrecorded(
      query(async (request, { tenant, at }) => {
        const vote = voteFrom(request);
        if (isRejection(vote)) return vote;
        return (await use.castVote(vote, { tenant, at })) ?? {};
      }),
    ),
    closeBallot: command(use.closeBallot),
    listBallots: query(async ({ page }, ctx) => {
      const found = await use.listBallots(pageFrom(page), ctx);
      if (isRejection(found)) return found;
      return { ballots: found.ballots.map(ballotTo), nextCursor: found.nextCursor };
    }),
    getBallot: query(async (request, ctx) => {
      const found = await use.getBallot(request, ctx);
      return isRejection(found) ? found : ballotTo(found);
    }),
  });
}

function openingFrom(request: OpenBallotRequest): Opening | Rejection {
  const { title, suggestionId, unitId, voterIds, members, revoteOf } = request;
  if (suggestionId !== '' && unitId !== '') return malformed('unitId');
  if (members < 0) return malformed('members');
  return { title, subject: subjectFrom({ suggestionId, unitId }), voterIds, members, revoteOf };
}

function subjectFrom({
  suggestionId,
  unitId,
}: {
  suggestionId: string;
  unitId: string;
}): BallotSubject | undefined {
  if (suggestionId !== '') return { kind: 'suggestion', suggestionId };
  return unitId === '' ? undefined : { kind: 'unit', unitId };
}

function voteFrom({ ballotId, token, signature, ...request }: CastVoteRequest): Vote | Rejection {
  const choice = BALLOT_CHOICES.find((candidate) => candidate === request.choice);
  return choice === undefined ? malformed('choice') : { ballotId, token, signature, choice };
}

function ballotTo({ ballot, version, cast, mine, blindSignature, ...shown }: ShownBallot): ProtoBallot {
  const { ballotId, title, subject, status, openedOn, members, voters, publicKey, revoteOf } = ballot;
  const closed = ballot.status === 'closed' ? ballot : undefined;
  return {
    ...{ ballotId, title, status, openedOn, members, voters, publicKey, mine, blindSignature },
    version: BigInt(version),
    suggestionId: subject.kind === 'suggestion' ? subject.suggestionId : '',
    unitId: subject.kind === 'unit' ? subject.unitId : '',
    checkedIn: ballot.status === 'check-in' ? shown.checkedIn : ballot.checkedIn,
    cast: closed === undefined ? cast : closed.checkedIn - votesTo(closed).notCast,
    revoteOf: revoteOf?.ballotId ?? '',
    revoteLate: revoteOf?.late ?? false,
    endedOn: ballot.status === 'closed' || ballot.status === 'inquorate' ? ballot.endedOn : '',
    counts: closed === undefined ? undefined : votesTo(closed),
    result: closed?.result ?? '',
    revoteDueOn: shown.revoteDueOn ?? '',
  };
}

function malformed(field: string): Rejection {
  return reject('invalid', 'malformed-field', '内容格式不正确', { field });
}
