import type { OfficialDocument } from '@huiyin/documents/document/official-document';
import type { CheckedFile } from '@huiyin/kernel/checked-file';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { NewEvent } from '@huiyin/kernel/event';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { AssignmentEvent } from '../domain/events.ts';
import type { ContactOutcome } from '../domain/face-to-face.ts';
import type { Plan } from '../domain/five-ones.ts';
import type { ForeignFact } from '../domain/foreign-facts.ts';
import type { OpinionWords } from '../domain/opinion-words.ts';
import type { RankedUnit, UnitLoad } from '../domain/propose-units.ts';
import type { ReplyDraft } from '../domain/reply-draft.ts';
import type { ResultEvidence } from '../domain/result-class.ts';
import type { DecidingOffice, Share } from '../domain/share.ts';
import type { SuggestionCase } from '../domain/suggestion-case.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Everything the use cases need from outside, given by the composition root. */
export interface AssignmentPorts {
  readonly uow: UnitOfWork;
  readonly cases: CaseStore;
  readonly papers: HandlingPapers;
  readonly earlyFacts: EarlyFacts;
  readonly certificates: Certificates;
  readonly reference: ReferenceFacts;
  readonly letters: LetterRenderer;
  readonly people: PeopleNames;
  readonly unitLoads: UnitLoads;
  readonly earlierCases: EarlierCases;
  readonly evidenceFiles: EvidenceFiles;
  /** Encodes a fact for the event table. */
  readonly publish: (event: AssignmentEvent) => NewEvent;
}

/** What archive says of files that a reply's evidence names. */
export interface EvidenceFiles {
  check(
    ctx: Pick<QueryContext, 'tenant' | 'at'>,
    named: { readonly files: ResultEvidence['attachments']; readonly unitId: string },
  ): Promise<readonly Pick<CheckedFile, 'attachmentId' | 'code'>[] | Rejection>;
}

/** A case with the version of its stream, the ETag. */
export interface Stored {
  readonly suggestion: SuggestionCase;
  readonly version: number;
}

/** The cases of one tenant. The stream's lock makes read-decide-save safe; no row lock is needed beside it. */
export interface CaseStore {
  load(tx: Tx, tenant: string, suggestionId: string): Promise<Stored | undefined>;
  /** Shares that left their unit are written first, so that one active lead gives way to the next. */
  save(
    tx: Tx,
    tenant: string,
    change: { readonly before: SuggestionCase | undefined; readonly after: Stored; readonly at: Date },
  ): Promise<void>;
  /** The case to which a share, request, opinion, extension, coordination or reply belongs. */
  caseOfPart(tx: Tx, tenant: string, partId: string): Promise<string | undefined>;
  /** Ids, ascending from `after`, of the cases in which a unit takes part. */
  withActiveShareOf(
    tx: Tx,
    tenant: string,
    which: { readonly unitId: string; readonly after: string; readonly limit: number },
  ): Promise<readonly string[]>;
  keepParts(tx: Tx, tenant: string, suggestionId: string, partIds: readonly string[]): Promise<void>;
  /** Newest registration last; `status` empty for all. */
  list(
    tx: Tx,
    tenant: string,
    which: { readonly status: string; readonly sight: CaseSight } & Page,
  ): Promise<CasePage>;
  /** Oldest statutory clock first; empty filters match all. */
  listShares(tx: Tx, tenant: string, which: ShareFilter & Page): Promise<SharePage>;
}

export interface ShareFilter {
  readonly unitId: string;
  readonly status: string;
  readonly role: string;
  /** Only shares of these offices; empty for all. */
  readonly offices: readonly DecidingOffice[];
  /** in-session | between-sessions; empty for both. */
  readonly period: string;
}

/** Which cases a list may show: all, or those of one period, office or committee. */
export interface CaseSight {
  readonly of: 'all' | 'period' | 'office' | 'committee';
  readonly key: string;
}

export interface Page {
  readonly limit: number;
  readonly cursor: string;
}

export interface CasePage {
  readonly cases: readonly SuggestionCase[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

interface ShareInCase {
  readonly share: Share;
  readonly suggestion: SuggestionCase;
}

export interface SharePage {
  readonly shares: readonly ShareInCase[];
  readonly nextCursor: string;
}

/** What units write while they handle a share: versions of plans, contacts, replies. Kept whole, found by share. */
export interface HandlingPapers {
  keepPlan(tx: Tx, tenant: string, plan: KeptPlan): Promise<void>;
  plansOf(tx: Tx, tenant: string, shareId: string): Promise<readonly KeptPlan[]>;
  keepContact(tx: Tx, tenant: string, contact: KeptContact): Promise<void>;
  contactsOf(tx: Tx, tenant: string, shareId: string): Promise<readonly KeptContact[]>;
  /** Replaces the draft; an issued reply is never changed. */
  saveDraft(tx: Tx, tenant: string, draft: KeptDraft): Promise<void>;
  markIssued(tx: Tx, tenant: string, issued: IssuedMark): Promise<void>;
  keepSupplement(tx: Tx, tenant: string, supplement: KeptSupplement): Promise<void>;
  keepDelivery(tx: Tx, tenant: string, delivery: KeptDelivery): Promise<void>;
  /** What waits for the head's signature; one a share. */
  saveOpinionDraft(tx: Tx, tenant: string, draft: KeptOpinionDraft): Promise<void>;
  dropOpinionDraft(tx: Tx, tenant: string, shareId: string): Promise<void>;
  opinionDraft(tx: Tx, tenant: string, shareId: string): Promise<OpinionWords | undefined>;
  reply(tx: Tx, tenant: string, replyId: string): Promise<KeptReply | undefined>;
  repliesOf(tx: Tx, tenant: string, shareId: string): Promise<readonly KeptReply[]>;
}

export interface KeptOpinionDraft extends OpinionWords {
  readonly assignmentId: string;
}

export interface KeptPlan {
  readonly assignmentId: string;
  readonly version: number;
  readonly plan: Plan;
  readonly reason: string;
  readonly filedOn: LocalDate;
  readonly fiveOnesComplete: boolean;
}

export interface KeptContact {
  readonly id: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly form: string;
  readonly onDate: LocalDate;
  readonly deputyIds: readonly string[];
  readonly summary: string;
  readonly outcome: ContactOutcome;
}

export interface KeptDraft {
  readonly id: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly draft: ReplyDraft;
  readonly textHash: string;
}

export interface IssuedMark {
  readonly id: string;
  readonly letterNumber: string;
  readonly issuedOn: LocalDate;
  readonly signedBy: string;
}

export interface KeptSupplement {
  readonly id: string;
  readonly replyId: string;
  readonly resultClass: string;
  readonly why: string;
  readonly text: string;
  readonly supplementedOn: LocalDate;
}

export interface KeptDelivery {
  readonly replyId: string;
  readonly deputyId: string;
  readonly suggestionId: string;
  readonly isLead: boolean;
  readonly method: string;
  readonly deliveredOn: LocalDate;
}

/** A reply with its text; `issued` only after the head signed. */
export interface KeptReply extends KeptDraft {
  readonly issued: Omit<IssuedMark, 'id'> | undefined;
  readonly supplements: readonly Omit<KeptSupplement, 'replyId'>[];
  readonly deliveries: readonly Omit<KeptDelivery, 'replyId'>[];
}

/** What units have had to do; units without any share are absent. */
export interface UnitLoads {
  of(tx: Tx, tenant: string, unitIds: readonly string[]): Promise<ReadonlyMap<string, UnitLoad>>;
}

/** Archive's knowledge of earlier cases; asked outside transactions, at most once a question. */
export interface EarlierCases {
  rankUnits(
    ctx: QueryContext,
    request: {
      readonly title: string;
      readonly body: string;
      readonly category: string;
      readonly withoutCaseId: string;
    },
  ): Promise<
    | {
        readonly leads: readonly RankedUnit[];
        readonly helpers: readonly RankedUnit[];
        readonly cases: number;
      }
    | Rejection
  >;
}

/** Facts about cases or shares not heard of yet: stored, never dropped. */
export interface EarlyFacts {
  keep(
    tx: Tx,
    tenant: string,
    early: {
      readonly eventId: string;
      readonly suggestionId: string;
      readonly fact: ForeignFact;
      readonly at: Date;
    },
  ): Promise<void>;
  /** In the order of their business time; taken out of the store. */
  take(
    tx: Tx,
    tenant: string,
    suggestionId: string,
  ): Promise<readonly { readonly fact: ForeignFact; readonly at: Date }[]>;
}

/** Training's certificates, as far as a liaison's matter when assigning. */
export interface Certificates {
  issued(
    tx: Tx,
    tenant: string,
    certificate: { readonly id: string; readonly personId: string; readonly validUntil: LocalDate },
  ): Promise<void>;
  expired(tx: Tx, tenant: string, certificateId: string): Promise<void>;
  /** Those of the people who hold a certificate valid on the day. */
  holders(
    tx: Tx,
    tenant: string,
    of: { readonly personIds: readonly string[]; readonly day: LocalDate },
  ): Promise<readonly string[]>;
}

/** Makes files of documents, away from the event loop. */
interface LetterRenderer {
  pdf(document: OfficialDocument): Promise<Uint8Array | Rejection>;
}

/** Who is meant by an id; people who are not known are left out. Asked outside transactions. */
interface PeopleNames {
  named(ctx: QueryContext, personIds: readonly string[]): Promise<readonly NamedPerson[] | Rejection>;
}

/** As directory tells a service. The phone is shown of a unit's contact alone, in the unit's own letter. */
export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
}
