import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { CalendarDay, WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { Role } from '@huiyin/kernel/actor';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { CalendarVersion } from '../domain/calendar-version.ts';
import type { CaseFile, Review } from '../domain/case-file.ts';
import type { Colour } from '../domain/colour-scale.ts';
import type { RecordedFact } from '../domain/fact.ts';
import type { Circle } from '../domain/rights.ts';
import type { Letter } from '../domain/letter.ts';
import type { Instant, Moment } from '../domain/moment.ts';
import type { OverrideRequest } from '../domain/override.ts';
import type { Talk } from '../domain/talk.ts';
import type { Urge } from '../domain/urge.ts';
import type { Watch } from '../domain/watch.ts';

/** Everything the use cases need from outside, given by the composition root. */
export interface SupervisionPorts {
  readonly uow: UnitOfWork;
  readonly reference: ReferenceFacts;
  readonly cases: CaseStore;
  readonly calendars: CalendarStore;
  readonly clocks: ClockLists;
  readonly letters: LetterStore;
  readonly talks: TalkStore;
  readonly urges: UrgeStore;
  readonly overrides: OverrideRequests;
  readonly newId: () => string;
  readonly log: Log;
}

interface Log {
  warn(detail: object, message: string): void;
}

/** What is still to be done about the newest calendar. */
export interface CalendarProgress {
  /** The newest one; 0 while none has been heard. */
  readonly version: number;
  /** Cases with an open clock. */
  readonly cases: number;
  /** Those of them whose dates do not stand by it yet. */
  readonly behind: number;
}

/** Every calendar the tenant has had. */
export interface CalendarStore {
  /** Keeps an import; one that is here already stays as it is. */
  keep(
    tx: Tx,
    tenant: string,
    imported: {
      readonly version: number;
      readonly knownUntil: LocalDate;
      readonly days: readonly CalendarDay[];
      readonly importedAt: Date;
    },
  ): Promise<void>;
  /** Oldest first, at most 2,000. */
  versions(tx: Tx, tenant: string): Promise<readonly CalendarVersion[]>;
  read(tx: Tx, tenant: string, version: number): Promise<WorkCalendar | undefined>;
  progress(tx: Tx, tenant: string): Promise<CalendarProgress>;
}

/** Directory's facts, as far as supervision decides by them; undefined means not heard yet. */
export interface ReferenceFacts {
  rulePackAt(
    tx: Tx,
    day: LocalDate,
  ): Promise<{ readonly version: string; readonly pack: RulePack } | undefined>;
  rulePack(tx: Tx, version: string): Promise<RulePack | undefined>;
  unit(tx: Tx, unitId: string): Promise<UnitOffice | undefined>;
  memberships(tx: Tx, personId: string): Promise<readonly { readonly role: Role; readonly unitId: string }[]>;
}

interface UnitOffice {
  readonly decidingOffice: 'government-office' | 'congress-desk';
}

/** A case as it lies in the database. */
export interface LoadedCase {
  readonly file: CaseFile;
  /** Facts that wait until earlier transitions have been fired, oldest first. */
  readonly unsettled: readonly RecordedFact[];
  /** Undefined for a case that is new here. */
  readonly settledUntil: Instant | undefined;
  /** Imports by which its dates do not stand yet, oldest first; none for a case without an open clock. */
  readonly laterCalendars: readonly CalendarVersion[];
}

/** Who may look at a case. */
export interface CaseCircle extends Circle {
  readonly caseId: string;
  /** One of its units is distributed to by the government office. */
  readonly government: boolean;
  /** False of a draft. */
  readonly submitted: boolean;
}

/** A case with something due, and the instant of it. */
export interface DueCase {
  readonly caseId: string;
  readonly at: Instant;
}

/** A fact of a case, and whether the case has been decided by it. */
export interface KeptFact extends RecordedFact {
  readonly caseId: string;
  readonly settled: boolean;
}

/** A case, and what a review at a moment brought. */
export interface ReviewedCase {
  readonly caseId: string;
  readonly review: Review;
  readonly moment: Moment;
  /** Facts that waited are settled up to this instant. */
  readonly settlesUntil: Instant | undefined;
}

/** Cases with their facts and watches, read and written under the locks of their streams. */
export interface CaseStore {
  load(tx: Tx, tenant: string, caseId: string): Promise<LoadedCase>;
  /** Each of these cases, known here or new. */
  loadAll(tx: Tx, tenant: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, LoadedCase>>;
  /** Keeps facts; one that is here already stays as it is. */
  keepFacts(tx: Tx, tenant: string, facts: readonly KeptFact[]): Promise<void>;
  /** Writes what reviews brought: cases, watches, firings, urges, letters, talks and own facts. */
  save(tx: Tx, tenant: string, cases: readonly ReviewedCase[]): Promise<void>;
  /** At most `limit` ids of cases with an open clock, in order, after one of them, and how many there are at all. */
  open(
    tx: Tx,
    which: { tenant: string; after: string; limit: number },
  ): Promise<{ readonly caseIds: readonly string[]; readonly total: number }>;
  /** At most `limit` cases with something due at or before `now`, earliest first, without those in `except`. */
  due(
    tx: Tx,
    which: { tenant: string; now: Date; limit: number; except: readonly string[] },
  ): Promise<readonly DueCase[]>;
  circle(tx: Tx, tenant: string, caseId: string): Promise<CaseCircle | undefined>;
}

export interface Page {
  readonly limit: number;
  readonly cursor: string;
}

/** Which cases an asker's list is about. */
export interface Scope {
  /** Only those with a unit to which the government office distributes. */
  readonly government: boolean;
  /** Drafts left out. */
  readonly submittedOnly: boolean;
}

export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** The case a listed thing belongs to. */
export interface CaseLabel {
  readonly caseId: string;
  readonly circle: Circle;
  /** As people say it, 第30号; empty before registration. */
  readonly number: string;
  readonly title: string;
}

/** A clock as lists show it. */
export interface ListedClock extends CaseLabel {
  readonly watch: Watch;
  /** False for a reader to whom the deputies of the case are to stay unknown. */
  readonly deputyKnown: boolean;
  readonly overrideRequest: OverrideRequest | undefined;
}

/** Each filter: empty means any. */
export interface ClockFilter extends Page, Scope {
  readonly caseId: string;
  readonly unitId: string;
  readonly colour: string;
  readonly kind: string;
  readonly dueFrom: string;
  readonly dueUntil: string;
  readonly includeClosed: boolean;
}

export type ColourCounts = Readonly<Record<Colour, number>>;

/** The three-colour wall. */
export interface Board {
  readonly cases: ColourCounts;
  readonly clocks: ColourCounts;
  readonly units: readonly { readonly unitId: string; readonly clocks: ColourCounts }[];
  readonly red: readonly ListedClock[];
  readonly redWithoutOwner: number;
  /** Days of the coming 30 on which cases turn red by time alone, should nothing be done. */
  readonly turningRed: readonly { readonly day: LocalDate; readonly cases: number }[];
  /** Cases in which something turned red on the day before. */
  readonly turnedRedYesterday: number;
  /** The earliest transition not fired yet; undefined when everything due has been. */
  readonly oldestDue: Instant | undefined;
}

/** Clocks for people to read. */
export interface ClockLists {
  /** One clock with its case. */
  read(tx: Tx, tenant: string, clockId: string): Promise<ListedClock | undefined>;
  list(tx: Tx, tenant: string, filter: ClockFilter): Promise<PageOf<ListedClock>>;
  board(tx: Tx, which: { tenant: string; unitId: string; now: Date } & Scope): Promise<Board>;
}

/** Each filter: empty means any. */
export interface LadderFilter extends Page, Scope {
  readonly caseId: string;
  readonly unitId: string;
  readonly status: string;
}

export interface ListedLetter extends CaseLabel {
  readonly letter: Letter;
  readonly answerDue: string;
}

export interface LetterStore {
  load(tx: Tx, tenant: string, letterId: string): Promise<Letter | undefined>;
  save(tx: Tx, tenant: string, letters: readonly Letter[]): Promise<void>;
  /** Those of the ids that are letters not yet answered become dropped. */
  drop(tx: Tx, tenant: string, ids: readonly string[]): Promise<void>;
  /** An unanswered letter about a clock. */
  openFor(tx: Tx, tenant: string, clockId: string): Promise<boolean>;
  list(tx: Tx, tenant: string, filter: LadderFilter): Promise<PageOf<ListedLetter>>;
}

export interface ListedTalk extends CaseLabel {
  readonly talk: Talk;
  readonly holdBy: string;
}

export interface TalkStore {
  load(tx: Tx, tenant: string, talkId: string): Promise<Talk | undefined>;
  save(tx: Tx, tenant: string, talks: readonly Talk[]): Promise<void>;
  /** Those of the ids that are talks not yet held become dropped. */
  drop(tx: Tx, tenant: string, ids: readonly string[]): Promise<void>;
  list(tx: Tx, tenant: string, filter: LadderFilter): Promise<PageOf<ListedTalk>>;
}

export interface ListedUrge extends CaseLabel {
  readonly urge: Urge;
}

export interface UrgeStore {
  save(tx: Tx, tenant: string, urges: readonly Urge[]): Promise<void>;
  /** Whether somebody urged about this clock by hand since an instant. */
  urgedByHandSince(tx: Tx, which: { tenant: string; clockId: string; since: Instant }): Promise<boolean>;
  list(tx: Tx, tenant: string, filter: Omit<LadderFilter, 'status'>): Promise<PageOf<ListedUrge>>;
}

export interface OverrideRequests {
  load(tx: Tx, tenant: string, clockId: string): Promise<OverrideRequest | undefined>;
  save(tx: Tx, tenant: string, request: OverrideRequest): Promise<void>;
  remove(tx: Tx, tenant: string, clockId: string): Promise<void>;
}
