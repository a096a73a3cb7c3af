import type { LocalDate } from '@huiyin/kernel/local-date';
import type { BallotResult, BallotVotes } from './ballot-rule.ts';

/** What is voted on: how a suggestion was handled, or how a unit works. */
export type BallotSubject =
  | { readonly kind: 'suggestion'; readonly suggestionId: string }
  | { readonly kind: 'unit'; readonly unitId: string };

interface OpenedBallot {
  readonly ballotId: string;
  readonly title: string;
  readonly subject: BallotSubject;
  readonly openedOn: LocalDate;
  /** 组成人员总数, of which the quorum and the result are counted. */
  readonly members: number;
  /** On the roll. */
  readonly voters: number;
  /** Base64url of the SubjectPublicKeyInfo. */
  readonly publicKey: string;
  readonly revoteOf?: { readonly ballotId: string; readonly late: boolean };
}

/**
 * A secret ballot 无记名投票. Checking in ends before casting begins, so that no time of a check-in tells whose vote came
 * when.
 */
export type Ballot = OpenedBallot &
  (
    | { readonly status: 'check-in' }
    /** 未达法定人数: nobody casts. */
    | { readonly status: 'inquorate'; readonly checkedIn: number; readonly endedOn: LocalDate }
    | { readonly status: 'checked-in'; readonly checkedIn: number }
    | { readonly status: 'casting'; readonly checkedIn: number }
    | {
        readonly status: 'closed';
        readonly checkedIn: number;
        readonly votes: BallotVotes;
        readonly result: BallotResult;
        readonly endedOn: LocalDate;
      }
  );

export type BallotIn<Status extends Ballot['status']> = Extract<Ballot, { status: Status }>;

/** What becomes known of a ballot. Nothing here names a voter. */
export type BallotEvent =
  | { readonly type: 'ballot-opened'; readonly ballot: BallotIn<'check-in'> }
  | {
      readonly type: 'ballot-check-in-closed';
      readonly ballotId: string;
      readonly checkedIn: number;
      readonly quorate: boolean;
    }
  | { readonly type: 'ballot-casting-opened'; readonly ballotId: string }
  | { readonly type: 'ballot-closed'; readonly ballot: BallotIn<'closed'> };

/** Two ballots about the same. */
export function isSameSubject(one: BallotSubject, other: BallotSubject): boolean {
  return one.kind === other.kind && subjectId(one) === subjectId(other);
}

export function subjectId(subject: BallotSubject): string {
  return subject.kind === 'unit' ? subject.unitId : subject.suggestionId;
}
