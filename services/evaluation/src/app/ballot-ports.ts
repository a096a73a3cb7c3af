import type { NewEvent } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { Ballot, BallotEvent } from '../domain/ballot.ts';
import type { BallotChoice, BallotVotes } from '../domain/ballot-rule.ts';
import type { BallotKeys } from '../domain/blind-signature.ts';
import type { CaseFileStore } from './ports.ts';

/** What secret ballots need from outside. */
export interface BallotPorts {
  readonly uow: UnitOfWork;
  readonly files: CaseFileStore;
  readonly ballots: BallotStore & BallotList;
  readonly ballotRoll: BallotRoll;
  readonly ballotBox: BallotBox;
  readonly reference: BallotReference;
  readonly newBallotKeys: () => Promise<BallotKeys>;
  /** Encodes a fact for the event table. */
  readonly publishBallot: (event: BallotEvent) => NewEvent;
}

/** A ballot with the version of its stream, the ETag. */
export interface StoredBallot {
  readonly ballot: Ballot;
  readonly version: number;
}

/** The ballots of one tenant; each is changed under its stream's lock. */
export interface BallotStore {
  load(tx: Tx, tenant: string, ballotId: string): Promise<StoredBallot | undefined>;
  add(tx: Tx, tenant: string, stored: StoredBallot, signingKey: string): Promise<void>;
  save(tx: Tx, tenant: string, stored: StoredBallot): Promise<void>;
  /** True when a re-vote of this ballot runs or was held; one without quorum was not. */
  isRevoteHeld(tx: Tx, tenant: string, ballotId: string): Promise<boolean>;
  /** PKCS #8 DER in base64url; undefined once destroyed. */
  signingKey(tx: Tx, tenant: string, ballotId: string): Promise<string | undefined>;
  destroyKey(tx: Tx, tenant: string, ballotId: string): Promise<void>;
}

/** A ballot as it is shown to somebody. */
export interface ListedBallot extends StoredBallot {
  readonly checkedIn: number;
  /** Votes in the box while it is open; 0 once closed. */
  readonly cast: number;
  readonly mine: 'none' | 'eligible' | 'checked-in';
  /** Over the reader's own blinded token; empty before checking in and after closing. */
  readonly blindSignature: string;
}

export interface BallotList {
  find(
    tx: Tx,
    tenant: string,
    which: { readonly ballotId: string; readonly personId: string },
  ): Promise<ListedBallot | undefined>;
  /** By the day of opening, newest first. `nextCursor` is empty on the last page. */
  list(
    tx: Tx,
    tenant: string,
    which: {
      readonly personId: string;
      readonly closedOnly: boolean;
      readonly limit: number;
      readonly cursor: string;
    },
  ): Promise<{ readonly ballots: readonly ListedBallot[]; readonly nextCursor: string }>;
}

export interface RollEntry {
  readonly isCheckedIn: boolean;
  /** Empty before checking in. */
  readonly blindedToken: string;
}

/** Who may vote, and who has checked in. */
export interface BallotRoll {
  enter(tx: Tx, tenant: string, ballotId: string, personIds: readonly string[]): Promise<void>;
  entry(tx: Tx, tenant: string, ballotId: string, personId: string): Promise<RollEntry | undefined>;
  checkIn(
    tx: Tx,
    tenant: string,
    ballotId: string,
    voter: { readonly personId: string; readonly blindedToken: string; readonly blindSignature: string },
  ): Promise<void>;
  countCheckedIn(tx: Tx, tenant: string, ballotId: string): Promise<number>;
  /** What was signed is no longer needed once nobody can cast. */
  forgetTokens(tx: Tx, tenant: string, ballotId: string): Promise<void>;
}

/** The votes. */
export interface BallotBox {
  /** What a token has chosen before. */
  chosenWith(tx: Tx, tenant: string, ballotId: string, tokenHash: string): Promise<BallotChoice | undefined>;
  cast(
    tx: Tx,
    tenant: string,
    ballotId: string,
    vote: { readonly tokenHash: string; readonly choice: BallotChoice },
  ): Promise<void>;
  countCast(tx: Tx, tenant: string, ballotId: string): Promise<number>;
  /** Shuffles the votes for good, forgets the tokens, and counts. */
  seal(tx: Tx, tenant: string, ballotId: string): Promise<BallotVotes>;
}

/** Directory's facts, as far as ballots decide by them; undefined means not heard yet. */
interface BallotReference {
  calendar(tx: Tx): Promise<WorkCalendar | undefined>;
  unit(tx: Tx, unitId: string): Promise<{ readonly unitId: string } | undefined>;
  /** Active holders, at most 500. */
  peopleWith(tx: Tx, role: 'deputy'): Promise<readonly string[]>;
}
