import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { NewEvent } from '@huiyin/kernel/event';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
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
