import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { CheckedFile } from '@huiyin/kernel/checked-file';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { NewEvent } from '@huiyin/kernel/event';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { CaseFile } from '../domain/case-file.ts';
import type { SeedOf } from '../domain/draw-seed.ts';
import type { RulesInForce } from '../domain/clock-fact.ts';
import type { CalendarFeed, FeedEvent } from '../domain/calendar-feed.ts';
import type { MeetingEvent } from '../domain/events.ts';
import type { LookBackQuota } from '../domain/look-back.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { FileRef } from '../domain/record-files.ts';

/** Everything the use cases need from outside, given by the composition root. */
export interface MeetingPorts {
  readonly uow: UnitOfWork;
  readonly files: CaseFileStore;
  readonly meetings: MeetingLists;
  readonly quotas: LookBackQuotas;
  readonly feeds: CalendarFeeds;
  readonly reference: ReferenceFacts;
  readonly recordFiles: RecordFileChecks;
  readonly seedOf: SeedOf;
  /** Encodes a fact for the event table. */
  readonly publish: (suggestionId: string, event: MeetingEvent) => NewEvent;
  readonly publishFeed: (event: FeedEvent) => NewEvent;
}

/** A case's file with the version of its stream, the ETag. */
export interface StoredFile {
  readonly file: CaseFile;
  readonly version: number;
}

/** The case files of one tenant. The stream's lock makes read-decide-save safe; no row lock is needed beside it. */
export interface CaseFileStore {
  load(tx: Tx, tenant: string, fileId: string): Promise<StoredFile | undefined>;
  /** Writes the file and those of its meetings that differ from `before`. */
  save(tx: Tx, tenant: string, stored: StoredFile, before: CaseFile | undefined): Promise<void>;
}

/** A meeting in a list, with where it belongs. */
export interface ListedMeeting {
  readonly meeting: Meeting;
  readonly suggestionId: string;
  readonly version: number;
  /** Of the case; empty outside one. */
  readonly caseNumber: string;
  readonly caseTitle: string;
  /** The unit whose share is met about; empty for meetings of the whole case. */
  readonly unitId: string;
  /** People whom the reader may not know. */
  readonly hidden: ReadonlySet<string>;
}

export interface MeetingFilter {
  /** Empty strings: no restriction. */
  readonly kind: string;
  readonly status: string;
  readonly fromDay: string;
  readonly toDay: string;
  /** Only meetings this person is invited to; empty: all the reader may see. */
  readonly participantId: string;
  readonly reader: MeetingReader;
  readonly limit: number;
  readonly cursor: string;
}

/** Whose eyes: everything of the tenant, or what concerns this person or this unit. */
export interface MeetingReader {
  readonly all: boolean;
  readonly personId: string;
  /** Empty for people outside units. */
  readonly unitId: string;
  /** An office reads the cases that have a share like this. */
  readonly officeShares: object | undefined;
}

/** A meeting found, with its case as far as rights ask. */
interface FoundMeeting {
  readonly meeting: Meeting;
  readonly file: CaseFile;
  readonly version: number;
}

export interface FoundMeetings {
  readonly found: readonly FoundMeeting[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

export interface MeetingPage {
  readonly meetings: readonly ListedMeeting[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

export interface MeetingLists {
  /** The case or the standing file of a meeting. */
  fileOf(tx: Tx, tenant: string, meetingId: string): Promise<string | undefined>;
  /** From which the meeting's check-in codes are derived. Throws for a meeting that is not there. */
  checkInKey(tx: Tx, tenant: string, meetingId: string): Promise<string>;
  /** By time, soonest first. */
  list(tx: Tx, tenant: string, filter: MeetingFilter): Promise<FoundMeetings>;
}

/** The feeds of one tenant, one a membership. The stream's lock makes changes of one feed follow each other. */
export interface CalendarFeeds {
  find(tx: Tx, tenant: string, feedId: string): Promise<CalendarFeed | undefined>;
  ofSecret(tx: Tx, tenant: string, secretHash: string): Promise<CalendarFeed | undefined>;
  save(tx: Tx, tenant: string, feed: CalendarFeed): Promise<void>;
  remove(tx: Tx, tenant: string, feedId: string): Promise<void>;
}

/** What archive says of files that a record names. */
export interface RecordFileChecks {
  check(
    ctx: QueryContext,
    files: readonly Omit<FileRef, 'name'>[],
  ): Promise<readonly CheckedFile[] | Rejection>;
}

/** The draw's running count, one row a tenant-year. Locked after the case's stream, never before it. */
export interface LookBackQuotas {
  lock(tx: Tx, tenant: string, year: number): Promise<LookBackQuota>;
  save(tx: Tx, tenant: string, year: number, quota: LookBackQuota): Promise<void>;
}

interface Membership {
  readonly role: string;
  /** Empty outside units. */
  readonly unitId: string;
  readonly active: boolean;
}

/** Directory's facts, as far as meeting decides by them; undefined means not heard yet. */
export interface ReferenceFacts {
  rulePackAt(tx: Tx, day: LocalDate): Promise<RulesInForce | undefined>;
  rulePack(tx: Tx, version: string): Promise<RulesInForce['pack'] | undefined>;
  calendar(tx: Tx): Promise<WorkCalendar | undefined>;
  unit(tx: Tx, unitId: string): Promise<{ readonly name: string } | undefined>;
  memberships(tx: Tx, personId: string): Promise<readonly Membership[]>;
}
