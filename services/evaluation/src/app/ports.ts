import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { NewEvent } from '@huiyin/kernel/event';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { Ballot, BallotEvent } from '../domain/ballot.ts';
import type { BallotChoice, BallotVotes } from '../domain/ballot-rule.ts';
import type { BallotKeys } from '../domain/blind-signature.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { RulesInForce } from '../domain/clock-fact.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { EvaluationEvent } from '../domain/events.ts';
import type { PromiseItem } from '../domain/promise-item.ts';
import type { Rectification } from '../domain/rectification.ts';

/** Everything the use cases need from outside, given by the composition root. */
export interface EvaluationPorts {
  readonly uow: UnitOfWork;
  readonly files: CaseFileStore;
  readonly evaluations: EvaluationList;
  readonly promises: PromiseLedger;
  readonly rectifications: RectificationList;
  readonly scoreFacts: ScoreFacts;
  readonly reference: ReferenceFacts;
  /** Encodes a fact for the event table. */
  readonly publish: (suggestionId: string, event: EvaluationEvent) => NewEvent;
}

/** A case's file with the version of its stream, the ETag. */
export interface StoredFile {
  readonly file: CaseFile;
  readonly version: number;
}

/** The case files of one tenant. The stream's lock makes read-decide-save safe; no row lock is needed beside it. */
export interface CaseFileStore {
  load(tx: Tx, tenant: string, caseId: string): Promise<StoredFile | undefined>;
  /** Writes the file and those of its promises and rectifications that differ from `before`. */
  save(tx: Tx, tenant: string, stored: StoredFile, before: CaseFile | undefined): Promise<void>;
}

/** Whose eyes: everything of the tenant, or what concerns this person or this unit. */
interface ListReader {
  readonly all: boolean;
  readonly personId: string;
  /** Empty for people outside units. */
  readonly unitId: string;
  /** An office reads the cases that have a share like this. */
  readonly officeShares: object | undefined;
}

export interface ListFilter {
  /** Empty strings: no restriction. */
  readonly status: string;
  readonly unitId: string;
  readonly reader: ListReader;
  readonly limit: number;
  readonly cursor: string;
}

/** An item of a list, with where it belongs. */
export interface Listed<Item> {
  readonly item: Item;
  readonly caseId: string;
  /** What the case is called; absent for one opened before it was kept. */
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly version: number;
}

export interface ListPage<Item> {
  readonly items: readonly Listed<Item>[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

export interface EvaluationFilter extends ListFilter {
  /** Only those with an attitude or a result 不满意. */
  readonly dissatisfied: boolean;
}

/** Evaluations found, each with its case but for promises and rectifications. */
export interface FoundEvaluations {
  readonly found: readonly { readonly evaluation: Evaluation; readonly file: CaseFile }[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

export interface EvaluationList {
  /** By the day the reply was delivered, oldest first; no void ones. Narrowed to the reader's cases, not yet to the reader's right. */
  list(tx: Tx, tenant: string, filter: EvaluationFilter): Promise<FoundEvaluations>;
}

/** 承诺台账 */
export interface PromiseLedger {
  caseOf(tx: Tx, tenant: string, promiseId: string): Promise<string | undefined>;
  /** By the day promised, soonest first. */
  list(tx: Tx, tenant: string, filter: ListFilter & { dueUntil: string }): Promise<ListPage<PromiseItem>>;
}

export interface RectificationList {
  caseOf(tx: Tx, tenant: string, rectificationId: string): Promise<string | undefined>;
  /** By the day ordered, oldest first. */
  list(tx: Tx, tenant: string, filter: ListFilter): Promise<ListPage<Rectification>>;
}

/** Facts for the score that comes later; one told twice is kept once. */
export interface ScoreFacts {
  keep(tx: Tx, tenant: string, fact: ScoreFact): Promise<void>;
}

export interface ScoreFact {
  readonly sourceEventId: string;
  readonly fact: string;
  readonly caseId: string;
  readonly assignmentId: string;
  readonly unitId: string;
  readonly on: LocalDate;
}

/** Directory's facts, as far as evaluation decides by them; undefined means not heard yet. */
export interface ReferenceFacts {
  rulePackAt(tx: Tx, day: LocalDate): Promise<RulesInForce | undefined>;
  rulePack(tx: Tx, version: string): Promise<RulesInForce['pack'] | undefined>;
  calendar(tx: Tx): Promise<WorkCalendar | undefined>;
}

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
