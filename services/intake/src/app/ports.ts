import type { CheckedFile } from '@huiyin/kernel/checked-file';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { NewEvent } from '@huiyin/kernel/event';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { RulesInForce } from '../domain/clock-fact.ts';
import type { SuggestionEvent } from '../domain/events.ts';
import type { Membership } from '../domain/mandate.ts';
import type { Suggestion, SuggestionStatus } from '../domain/suggestion.ts';
import type { NamedFile, SuggestionText } from '../domain/text.ts';

/** Everything the use cases need from outside, given by the composition root. */
export interface IntakePorts {
  readonly uow: UnitOfWork;
  readonly suggestions: SuggestionStore;
  readonly texts: SubmittedTexts;
  readonly numbers: NumberCounter;
  readonly papers: PaperForms;
  readonly reference: ReferenceFacts;
  /** Asks archive whether files may be named. A call to a peer: never inside a transaction. */
  readonly checkFiles: (
    ctx: QueryContext,
    claim: { readonly files: readonly NamedFile[]; readonly uploaderIds: readonly string[] },
  ) => Promise<readonly CheckedFile[] | Rejection>;
  /** Encodes a fact for the event table; what must not leave intake stays behind here. */
  readonly publish: (suggestionId: string, event: SuggestionEvent) => NewEvent;
}

/** A suggestion with the version of its stream, the ETag. */
export interface Stored {
  readonly suggestion: Suggestion;
  readonly version: number;
}

/** What lists show. */
export interface Summary {
  readonly suggestionId: string;
  readonly version: number;
  readonly status: SuggestionStatus;
  readonly kind: 'suggestion' | 'motion';
  readonly title: string;
  readonly leadDeputyId: string;
  readonly relation: 'lead-deputy' | 'cosigner' | 'invited-cosigner' | '';
  readonly period: string;
  readonly submittedOn: string;
  readonly number: string;
  readonly displayNumber: string;
  /** RFC 3339; empty unless a pre-review is open. */
  readonly requestedAt: string;
}

export interface Page {
  readonly limit: number;
  readonly cursor: string;
}

export interface SummaryPage {
  readonly summaries: readonly Summary[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** The suggestions of one tenant. The stream's lock makes read-decide-save safe; no row lock is needed beside it. */
export interface SuggestionStore {
  load(tx: Tx, tenant: string, suggestionId: string): Promise<Stored | undefined>;
  /** `at` is business time. */
  save(tx: Tx, tenant: string, stored: Stored, at: Date): Promise<void>;
  /** Newest first. */
  ofDeputy(tx: Tx, tenant: string, which: { deputyId: string; status: string } & Page): Promise<SummaryPage>;
  /** Submitted and not registered, oldest first; `inSessionOnly` for the session's secretariat. */
  awaitingRegistration(
    tx: Tx,
    tenant: string,
    which: { inSessionOnly: boolean } & Page,
  ): Promise<SummaryPage>;
  /** Open pre-reviews, oldest first. */
  awaitingPreReview(tx: Tx, tenant: string, page: Page): Promise<SummaryPage>;
  /** Ids, ascending, of what a deputy leads or is invited to and that is not registered yet; at most `limit`. */
  unregisteredOf(
    tx: Tx,
    tenant: string,
    which: { deputyId: string; limit: number },
  ): Promise<readonly string[]>;
}

/** A paper form that was entered, and what its suggestion is now. Times in RFC 3339. */
export interface PaperReceipt {
  readonly formNumber: string;
  readonly suggestionId: string;
  readonly title: string;
  readonly leadDeputyId: string;
  readonly cosigners: number;
  readonly signedOn: string;
  readonly receivedAt: string;
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly status: SuggestionStatus;
  readonly displayNumber: string;
}

export interface PaperReceiptPage {
  readonly receipts: readonly PaperReceipt[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** Which receipts are asked for. */
export interface PaperFilter {
  /** In the form's number or the title; '' for all. */
  readonly contains: string;
  /** None for all. */
  readonly statuses: readonly string[];
}

/** What was entered from paper, as the events say. */
export interface PaperForms {
  /**
   * The latest first. A clerk has those it entered, and those led by deputies of its delegation who did not ask for
   * confidentiality (SD11).
   */
  list(
    tx: Tx,
    tenant: string,
    which: { readonly for: 'offices' | { readonly personId: string; readonly delegation: string } } & Page &
      PaperFilter,
  ): Promise<PaperReceiptPage>;
}

/** Every text that was ever submitted, kept unchanged. */
export interface SubmittedTexts {
  keep(tx: Tx, tenant: string, submitted: SubmittedText): Promise<void>;
  read(
    tx: Tx,
    tenant: string,
    which: { suggestionId: string; textVersion: number },
  ): Promise<SubmittedText | undefined>;
}

export interface SubmittedText {
  readonly suggestionId: string;
  readonly textVersion: number;
  readonly text: SuggestionText;
  readonly textHash: string;
  readonly submittedOn: LocalDate;
}

/** Running numbers. The counter's row stays locked until the transaction ends, so a refusal gives its number back. */
export interface NumberCounter {
  next(tx: Tx, tenant: string, series: string): Promise<number>;
}

/** Directory's facts, as far as intake decides by them; undefined means not heard yet. */
export interface ReferenceFacts {
  tenant(tx: Tx): Promise<{ readonly areaCode: string } | undefined>;
  rulePackAt(tx: Tx, day: LocalDate): Promise<RulesInForce | undefined>;
  rulePack(tx: Tx, version: string): Promise<RulesInForce['pack'] | undefined>;
  unit(tx: Tx, unitId: string): Promise<{ readonly active: boolean } | undefined>;
  /** Committees that oversee a category, by unit id. */
  overseersOf(tx: Tx, category: string): Promise<readonly string[]>;
  memberships(tx: Tx, personId: string): Promise<readonly Membership[]>;
  congressSessionAt(tx: Tx, at: Date): Promise<CongressSession | undefined>;
  latestCongressSession(tx: Tx, day: LocalDate): Promise<CongressSession | undefined>;
}

interface CongressSession {
  readonly congressSessionId: string;
  readonly congressTerm: number;
  readonly congressSession: number;
  readonly closesOn: LocalDate;
}
