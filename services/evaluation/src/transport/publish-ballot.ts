import type * as messages from '@huiyin/contracts/gen/evaluation/v1/events';
import type { NewEvent } from '@huiyin/kernel/event';
import { subjectId, type BallotEvent } from '../domain/ballot.ts';
import { votesTo } from './vote-mapping.ts';

/** Encodes a fact of a ballot. Counts leave the service, and nothing of a voter or of one vote. */
export function publishBallot(fact: BallotEvent): NewEvent {
  return { type: fact.type, payload: { ...payloadOf(fact) } };
}

function payloadOf(
  fact: BallotEvent,
):
  | messages.BallotOpened
  | messages.BallotCheckInClosed
  | messages.BallotCastingOpened
  | messages.BallotClosed {
  switch (fact.type) {
    case 'ballot-opened': {
      const { ballotId, title, subject, members, voters, publicKey, revoteOf } = fact.ballot;
      return {
        ...{ ballotId, title, members, voters, publicKey },
        ...{ subjectKind: subject.kind, subjectId: subjectId(subject) },
        ...{ revoteOf: revoteOf?.ballotId ?? '', revoteLate: revoteOf?.late ?? false },
      };
    }
    case 'ballot-check-in-closed': {
      const { ballotId, checkedIn, quorate } = fact;
      return { ballotId, checkedIn, quorate };
    }
    case 'ballot-casting-opened':
      return { ballotId: fact.ballotId };
    case 'ballot-closed': {
      const { ballotId, subject, members, result } = fact.ballot;
      return {
        ...{ ballotId, members, result, ...votesTo(fact.ballot) },
        ...{ subjectKind: subject.kind, subjectId: subjectId(subject) },
      };
    }
  }
}
