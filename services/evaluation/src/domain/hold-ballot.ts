import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Ballot, BallotEvent, BallotIn } from './ballot.ts';
import { isQuorate, resultOf, type BallotChoice, type BallotVotes } from './ballot-rule.ts';
import { ballotWrongState, wrongState, type EvaluationRejection } from './rejections.ts';

/** A step of a ballot: the state it leads to and what becomes known. */
export interface BallotStep {
  readonly ballot: Ballot;
  readonly event: BallotEvent;
}

/** Ends checking in; without more than half of the members the ballot ends with it. */
export function closeCheckIn(
  ballot: Ballot,
  checkedIn: number,
  today: LocalDate,
): BallotStep | EvaluationRejection {
  if (ballot.status !== 'check-in') return ballotWrongState(ballot.status);
  const quorate = isQuorate(checkedIn, ballot.members);
  return {
    ballot: quorate
      ? { ...ballot, status: 'checked-in', checkedIn }
      : { ...ballot, status: 'inquorate', checkedIn, endedOn: today },
    event: { type: 'ballot-check-in-closed', ballotId: ballot.ballotId, checkedIn, quorate },
  };
}

export function openCasting(ballot: Ballot): BallotStep | EvaluationRejection {
  if (ballot.status !== 'checked-in') return ballotWrongState(ballot.status);
  return {
    ballot: { ...ballot, status: 'casting' },
    event: { type: 'ballot-casting-opened', ballotId: ballot.ballotId },
  };
}

/** Undefined while votes can be counted. */
export function refuseClosing(ballot: Ballot): EvaluationRejection | undefined {
  return ballot.status === 'casting' ? undefined : ballotWrongState(ballot.status);
}

/** Counts. */
export function closeBallot(
  ballot: Ballot,
  votes: BallotVotes,
  today: LocalDate,
): (BallotStep & { readonly ballot: BallotIn<'closed'> }) | EvaluationRejection {
  if (ballot.status !== 'casting') return ballotWrongState(ballot.status);
  if (totalOf(votes) > ballot.checkedIn) {
    throw new Error(`ballot ${ballot.ballotId} has more votes than voters who checked in`);
  }
  const result = resultOf(votes, ballot.members);
  const closed = { ...ballot, status: 'closed', votes, result, endedOn: today } as const;
  return { ballot: closed, event: { type: 'ballot-closed', ballot: closed } };
}

/**
 * Whether one more vote is taken; `earlier` is what the same token chose before. The same choice again is the same vote.
 * A valid token more than people checked in was signed by somebody who had no right to: it is refused, and whoever is
 * refused tells it.
 */
export function decideCast(
  ballot: Ballot,
  { choice, earlier, cast }: { choice: BallotChoice; earlier: BallotChoice | undefined; cast: number },
): 'cast' | 'cast-before' | EvaluationRejection {
  if (ballot.status !== 'casting') return ballotWrongState(ballot.status);
  if (earlier === choice) return 'cast-before';
  if (earlier !== undefined) return wrongState('vote-already-cast', '这张票已经投出，不能更改');
  if (cast < ballot.checkedIn) return 'cast';
  return wrongState('more-votes-than-voters', '投出的票数已等于签到人数，请立即告知工作人员');
}

/** All votes, whatever they say. */
export function totalOf(votes: BallotVotes): number {
  return Object.values(votes).reduce((sum, count) => sum + count, 0);
}
