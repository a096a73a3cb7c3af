import type { OfficialDocument } from '@huiyin/documents/document/official-document';
import type { Role } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { EventBatch } from '@huiyin/kernel/event';
import type { Clock } from '@huiyin/kernel/clock';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { Attachment, AttachmentPart, AttachmentUse } from '../domain/attachment.ts';
import type { CheckedContent, ContentCode } from '../domain/attachment-content.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Fact } from '../domain/fact.ts';
import type { RegisterCase } from '../domain/register-row.ts';

/** Everything the use cases need from outside, given by the composition root. */
export interface ArchivePorts {
  readonly uow: UnitOfWork;
  readonly facts: FactStore;
  readonly files: CaseFileStore;
  readonly register: RegisterStore;
  readonly manifests: ManifestStore;
  readonly reference: ReferenceFacts;
  readonly letters: LetterRenderer;
  readonly people: PeopleNames;
  readonly attachments: AttachmentStore;
  readonly uses: AttachmentUses;
  /** What a file is and what is kept of it, or why it is refused. Never runs on the thread that answers calls. */
  readonly checkContent: (
    name: string,
    bytes: Buffer,
  ) => Promise<CheckedContent | Rejection<ContentCode | 'attachment-check-busy'>>;
  /** Undefined where none is set up. */
  readonly scanner: Scanner | undefined;
  /** System time: how old files and the titles in memory are. */
  readonly clock: Clock;
}

/** Makes files of documents, away from the event loop where they take long. */
interface LetterRenderer {
  pdf(document: OfficialDocument): Promise<Uint8Array | Rejection>;
  docx(document: OfficialDocument): Promise<Uint8Array | Rejection>;
}

/** Who is meant by an id; people who are not known are left out. Asked outside transactions. */
interface PeopleNames {
  named(ctx: QueryContext, personIds: readonly string[]): Promise<readonly NamedPerson[] | Rejection>;
}

/** As directory tells a service. Phone and card number are shown by right only. */
export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
  readonly delegation: string;
  readonly phone: string;
  readonly cardNumber: string;
}

interface ReferenceFacts {
  tenant(tx: Tx): Promise<{ readonly name: string; readonly deskName: string } | undefined>;
  /** Active units, at most 2,000. */
  units(
    tx: Tx,
  ): Promise<readonly { readonly unitId: string; readonly name: string; readonly kind: string }[]>;
  unit(tx: Tx, unitId: string): Promise<{ readonly name: string } | undefined>;
  /** In the order of the ids; '' for a unit not heard of. */
  unitNames(tx: Tx, unitIds: readonly string[]): Promise<readonly string[]>;
  memberships(
    tx: Tx,
    personId: string,
  ): Promise<readonly { readonly role: string; readonly active: boolean }[]>;
  /** Active holders of a role, in the order of their ids. */
  peopleWith(tx: Tx, role: Role): Promise<readonly string[]>;
  unitNamed(tx: Tx, name: string): Promise<{ readonly unitId: string } | undefined>;
  /** Who answers for a unit in its letters today; '' for nobody. */
  contactOf(tx: Tx, unitId: string): Promise<string>;
}

/** A fact with what the timeline shows beside it. */
export interface RecordedFact extends Fact {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly reason: string;
  readonly traceparent: string;
  readonly hash: string;
}

export interface FactStore {
  /** Keeps facts of a case and answers all of it; the same ones again change nothing. The case must be locked. */
  keep(tx: Tx, caseId: string, events: EventBatch): Promise<readonly Fact[]>;
  /** All facts of a case; their number is bounded by the life of a case. */
  ofCase(tx: Tx, tenant: string, caseId: string): Promise<readonly RecordedFact[]>;
}

/** A case in a list. */
export interface CaseRow {
  readonly caseId: string;
  readonly origin: 'live' | 'register';
  readonly number: string;
  readonly title: string;
  readonly year: number | undefined;
  readonly category: string;
  readonly stage: string;
  readonly colour: string;
  readonly dueDate: string;
  readonly leadUnitNames: readonly string[];
  readonly file: CaseFile | RegisterCase;
}

/** Who may find a case in a list: the columns a list is cut down by. */
export type Viewer =
  | { readonly kind: 'all' }
  /** A deputy out of office finds what was signed in office, and nothing else. */
  | { readonly kind: 'deputy' | 'former-deputy'; readonly personId: string }
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'office'; readonly office: string }
  /** 大会秘书处: what was submitted in session. */
  | { readonly kind: 'period'; readonly period: string }
  /** 专门委员会: its field. */
  | { readonly kind: 'committee'; readonly unitId: string };

export interface CaseFilter {
  readonly number: string;
  readonly titleContains: string;
  readonly year: number;
  readonly category: string;
  readonly leadUnit: string;
  readonly stage: string;
  readonly colour: string;
  readonly origin: string;
  /** Empty for both. */
  readonly progress: '' | 'open' | 'ended';
  /** Only cases to which the viewer is a party. */
  readonly involved: boolean;
  /** Only cases whose next act waits for this party. */
  readonly next: Party | undefined;
  readonly order: 'number' | 'due';
  readonly limit: number;
  /** The last case of the page before; `due` as it was sorted by, DUE_NEVER without a date. */
  readonly after: { readonly due: string; readonly number: string; readonly caseId: string } | undefined;
}

/** By kind, and by id where several are of that kind. */
export interface Party {
  readonly kind: string;
  readonly id: string;
}

/** The date after every due date. */
export const DUE_NEVER = 'infinity';

/** Live cases of one colour: all that the viewer may know of, those the viewer is a party to, those that wait for it. */
export interface ColourCount {
  /** Empty where the viewer may not see it. */
  readonly colour: string;
  readonly all: number;
  readonly involved: number;
  readonly mine: number;
}

export interface CaseFileStore {
  save(tx: Tx, tenant: string, file: CaseFile, leadUnitNames: readonly string[], at: Date): Promise<void>;
  load(tx: Tx, tenant: string, caseId: string): Promise<CaseRow | undefined>;
  /** The case of this id or number, whoever may read it. */
  identify(
    tx: Tx,
    tenant: string,
    of: string,
  ): Promise<{ readonly caseId: string; readonly number: string } | undefined>;
  list(tx: Tx, tenant: string, viewer: Viewer, filter: CaseFilter): Promise<readonly CaseRow[]>;
  colours(
    tx: Tx,
    tenant: string,
    viewer: Viewer,
    filter: Pick<CaseFilter, 'titleContains' | 'progress'> & { readonly next: Party },
  ): Promise<readonly ColourCount[]>;
  counts(tx: Tx, tenant: string, origin: string): Promise<CaseCounts>;
  /** Titles of all cases that were submitted and not withdrawn or declined, the newest first; at most `limit`. */
  titles(tx: Tx, tenant: string, limit: number): Promise<readonly CaseTitle[]>;
  /** In no particular order. */
  some(tx: Tx, tenant: string, caseIds: readonly string[]): Promise<readonly CaseRow[]>;
}

/** What similar cases are found by and what leads are learnt from. */
export interface CaseTitle {
  readonly caseId: string;
  readonly title: string;
  readonly category: string;
  /** Names; empty before 交办 and where a register does not say. */
  readonly leadUnits: readonly string[];
}

export interface CaseCounts {
  readonly total: number;
  readonly byYear: ReadonlyMap<string, number>;
  readonly byCategory: ReadonlyMap<string, number>;
  readonly byLeadUnit: ReadonlyMap<string, number>;
}

export interface RegisterStore {
  /** False when the case was known already. */
  add(tx: Tx, tenant: string, row: RegisterCase, at: Date): Promise<boolean>;
}

export interface ManifestStore {
  save(tx: Tx, tenant: string, caseId: string, manifest: Manifest): Promise<void>;
  load(tx: Tx, tenant: string, caseId: string): Promise<Manifest | undefined>;
}

/** What existed when a case was sealed. `json` is canonical; `hash` its SHA-256. */
export interface Manifest {
  readonly json: string;
  readonly hash: string;
  readonly entries: number;
}

/** Looks for malware. Rejects when it cannot say: not reached, no answer in time, an answer that is none. */
export interface Scanner {
  readonly name: string;
  scan(bytes: Buffer): Promise<'clean' | 'refused'>;
}

export interface NewAttachment extends Attachment {
  readonly chunks: readonly Buffer[];
}

/** Files, the bytes in chunks. */
export interface AttachmentStore {
  add(tx: Tx, tenant: string, file: NewAttachment): Promise<void>;
  load(tx: Tx, tenant: string, attachmentId: string): Promise<Attachment | undefined>;
  /** At most `limit` chunks, counted from `from`. */
  chunks(
    tx: Tx,
    tenant: string,
    which: { readonly attachmentId: string; readonly from: number; readonly limit: number },
  ): Promise<readonly Buffer[]>;
  /** Ids of files that wait for a scan, longest first. */
  toScan(tx: Tx, tenant: string, now: Date, limit: number): Promise<readonly string[]>;
  /** Changes only a file that still waits. */
  judge(
    tx: Tx,
    tenant: string,
    attachmentId: string,
    verdict: { readonly scan: 'clean' | 'refused'; readonly scannedBy: string },
  ): Promise<void>;
  putOff(tx: Tx, tenant: string, attachmentId: string, until: Date): Promise<void>;
  /** Ids of files that no case has named since before `before` and no service may be about to name. */
  unnamed(tx: Tx, tenant: string, before: Date, limit: number): Promise<readonly string[]>;
  /** Removes a file of which that is still so; undefined when it is not. */
  remove(
    tx: Tx,
    tenant: string,
    attachmentId: string,
    before: Date,
  ): Promise<{ readonly sha256: string } | undefined>;
  /** Keeps a file until a fact of the service, recorded no earlier than `at`, has come. */
  claim(
    tx: Tx,
    tenant: string,
    attachmentId: string,
    by: { readonly service: string; readonly at: Date },
  ): Promise<void>;
}

/** The fact that settles what its case names. */
export interface NamingFact {
  readonly caseId: string;
  /** The service that recorded it. */
  readonly service: string;
  /** System time of recording. */
  readonly at: Date;
}

/** A file as a case page lists it. */
export interface NamedAttachment extends AttachmentUse {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Which part of which case names a file. */
export interface AttachmentUses {
  /** Makes `uses` all that the case names, and lets go of what the service claimed before. */
  replace(tx: Tx, tenant: string, which: NamingFact, uses: readonly AttachmentUse[]): Promise<void>;
  casesOf(
    tx: Tx,
    tenant: string,
    attachmentId: string,
  ): Promise<readonly { readonly caseId: string; readonly part: AttachmentPart }[]>;
  ofCase(tx: Tx, tenant: string, caseId: string): Promise<readonly NamedAttachment[]>;
}
