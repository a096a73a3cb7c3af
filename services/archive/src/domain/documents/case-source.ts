import type { OfficialDocument } from '@huiyin/documents/document/official-document';
import type { Deputies } from '@huiyin/documents/templates/addressees';
import type { DeputyContact } from '@huiyin/documents/templates/suggestion-form';
import { congressOf, type CaseName } from '@huiyin/documents/templates/case-name';
import type { UnitContact } from '@huiyin/documents/templates/unit-contact';
import type { UnitRole } from '@huiyin/documents/templates/unit-role';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { CaseFile } from '../case-file.ts';
import { memberText, objects, text, type Fact } from '../fact.ts';
import type { Group } from '../visibility.ts';

/** A fact with the reason its actor gave, and who that was: `system` without roles for a service. */
export type ReasonedFact = Fact & {
  readonly reason: string;
  readonly personId: string;
  readonly roles: readonly string[];
};

/** What documents are composed from: the file, its facts in their one order, and the names of bodies. */
export interface CaseSource {
  readonly file: CaseFile;
  readonly facts: readonly ReasonedFact[];
  readonly unitNames: ReadonlyMap<string, string>;
  /** 代表工委 and 政府办 in full, as letters name them. */
  readonly desk: string;
  readonly governmentOffice: string;
  /** Who serves today in the offices that assign, by role, in the order of their ids. */
  readonly officials: ReadonlyMap<AssigningOffice, readonly string[]>;
  /** Of the district or city, e.g. 东湖区. */
  readonly place: string;
  /** False for a reader who may not know a confidential author. */
  readonly authorKnown: boolean;
}

/** Whose people hand suggestions over 交办 (T9). */
export const ASSIGNING_OFFICES = ['congress-desk', 'government-office', 'session-registrar'] as const;

export type AssigningOffice = (typeof ASSIGNING_OFFICES)[number];

export type NamesById = ReadonlyMap<string, string>;

/** What a document says of a person besides the name, by id; what the reader may not know is empty. */
export type ContactsById = ReadonlyMap<string, DeputyContact>;

/** The official documents of a case (domain §4.6). */
export const DOCUMENT_KINDS = [
  'suggestion-form',
  'decline-notice',
  'withdrawal-request',
  'assignment-notice',
  'return-request',
  'reassignment-slip',
  'handling-plan',
  'contact-record',
  'consultation-record',
  'on-site-minutes',
  'co-opinion-letter',
  'coordination-minutes',
  'extension-request',
  'extension-notice',
  'reply-letter',
  'supplementary-reply',
  'face-to-face-record',
  'urge-slip',
  'supervision-letter',
  'talk-notice',
  'talk-minutes',
  'rehandling-notice',
  'rectification-notice',
  'rectification-report',
] as const;

type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** One official document that the facts of a case allow, before it is composed. */
export interface CaseDocument {
  readonly kind: DocumentKind;
  /** Which one of its kind: a share, a reply, a meeting …; the case's id where there is one only. */
  readonly of: string;
  readonly title: string;
  readonly onDate: string;
  /** The unit it is from or about; '' for none. */
  readonly unitId: string;
  /** The share it is about; '' for the case as a whole. */
  readonly assignmentId: string;
  /** Groups a reader must be allowed, every one of them. */
  readonly needs: readonly Group[];
  /** People it names, by id. */
  readonly people: readonly string[];
  /** It names the contact of its unit 联系人 as of today, with the phone: to whoever may read it. */
  readonly statesContact?: true;
  /** The one of `people` whom its reader is to call at the office; '' or absent for none. */
  readonly officialId?: string;
  /** `contact`: of the unit; unknown unless the document states it. */
  compose(names: NamesById, contacts: ContactsById, contact: UnitContact): OfficialDocument;
}

export function caseName({ file, place }: CaseSource): CaseName {
  return {
    title: file.title,
    displayNumber: file.displayNumber,
    congress: congressOf(file.number, place),
  };
}

export function unitName({ unitNames }: CaseSource, unitId: string): string {
  return unitNames.get(unitId) ?? '';
}

/** The office that decides about a share, as letters name it. */
export function officeName(source: CaseSource, office: string): string {
  return office === 'government-office' ? source.governmentOffice : source.desk;
}

/** Letters call a confidential author 代表 whoever reads them (decisions 21). */
export function addressees(source: CaseSource, ids: readonly string[], names: NamesById): Deputies {
  if (source.file.authorConfidential) return { confidential: true };
  return { names: ids.map((id) => names.get(id) ?? '') };
}

/** 抄送: the assigner, and the government office for its units (SD22). */
export function copiesTo(source: CaseSource, office: string): string[] {
  return office === 'government-office' ? [source.desk, source.governmentOffice] : [source.desk];
}

/** The event that made a share. */
export function shareMade({ facts }: CaseSource, assignmentId: string): ReasonedFact | undefined {
  return facts.find((fact) => fact.type === 'assignment-made' && text(fact, 'assignmentId') === assignmentId);
}

export function roleOf(role: string): UnitRole {
  return role === 'co' || role === 'parallel' || role === 'reference' ? role : 'lead';
}

/** Due date of a clock as supervision keeps it, of its last round where none is named; '' when none is known here. */
export function dueOf({ file }: CaseSource, kind: string, subject: string, round?: number): string {
  const clocks = Object.values(file.clocks).filter(
    (clock) =>
      clock.kind === kind && clock.subject === subject && (round === undefined || clock.round === round),
  );
  return clocks.at(-1)?.dueDate ?? '';
}

/** Names of the files that a submission names. */
export function fileNames(fact: Fact): string[] {
  return objects(fact, 'attachments').map((each) => memberText(each, 'name'));
}

export function dayOf(fact: Fact, field: string): string {
  return text(fact, field) || localDateOf(fact.occurredAt);
}

export function factsOf({ facts }: CaseSource, type: string): readonly ReasonedFact[] {
  return facts.filter((fact) => fact.type === type);
}
