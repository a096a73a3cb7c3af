import type { BallotCounts } from '@huiyin/contracts/gen/evaluation/v1/ballots';
import type { BallotIn } from '../domain/ballot.ts';
import { totalOf } from '../domain/hold-ballot.ts';

/** Counts as they travel, with those who checked in and did not cast. */
export function votesTo({ votes, checkedIn }: BallotIn<'closed'>): BallotCounts {
  const { satisfied, dissatisfied, abstained } = votes;
  const basicallySatisfied = votes['basically-satisfied'];
  return { satisfied, basicallySatisfied, dissatisfied, abstained, notCast: checkedIn - totalOf(votes) };
}
