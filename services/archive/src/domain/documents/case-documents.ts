import type { Group } from '../visibility.ts';
import { assignmentDocuments } from './assignment-documents.ts';
import type { CaseDocument, CaseSource } from './case-source.ts';
import { decisionDocuments } from './decision-documents.ts';
import { evaluationDocuments } from './evaluation-documents.ts';
import { intakeDocuments } from './intake-documents.ts';
import { meetingDocuments } from './meeting-documents.ts';
import { replyDocuments } from './reply-documents.ts';
import { supervisionDocuments } from './supervision-documents.ts';

/** Every document that the facts allow and the reader may see, oldest first (domain §4.6). */
export function caseDocuments(source: CaseSource, readable: ReadonlySet<Group>): CaseDocument[] {
  return [
    ...intakeDocuments(source),
    ...assignmentDocuments(source),
    ...decisionDocuments(source),
    ...meetingDocuments(source),
    ...replyDocuments(source),
    ...supervisionDocuments(source),
    ...evaluationDocuments(source),
  ]
    .filter(({ needs }) => needs.every((group) => readable.has(group)))
    .toSorted((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0));
}

const UNIT_FIELD = /[uU]nitIds?$/;

/** Every unit that a payload names at its top. */
export function unitIdsIn(facts: CaseSource['facts']): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { payload } of facts) {
    for (const [field, value] of Object.entries(payload)) {
      if (!UNIT_FIELD.test(field)) continue;
      for (const id of Array.isArray(value) ? value : [value])
        if (typeof id === 'string' && id !== '') found.add(id);
    }
  }
  return found;
}
