import type {
  EvidenceCase,
  RankedUnit,
  SimilarCase as ProtoSimilarCase,
} from '@huiyin/contracts/gen/archive/v1/service';
import type { SimilarCase } from '../app/find-similar-cases.ts';
import type { CaseRow } from '../app/ports.ts';
import type { UnitInQuestion } from '../app/rank-units.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { RegisterCase } from '../domain/register-row.ts';
import type { Group } from '../domain/visibility.ts';
import { displayNumberOf, summaryTo } from './proto-mapping.ts';

const MAX_SECTIONS = 20;
const MAX_PROMISES = 20;

/** Of an earlier case nothing waits for whoever asks. */
const NOBODY = { personId: '' };

/** An earlier case with what was answered and promised, as far as its reader may know. */
export function similarTo({ row, readable, score, words }: SimilarCase): ProtoSimilarCase {
  const { caseId, origin, number, displayNumber, title, year, place, stage, leadUnits } = summaryTo({
    row,
    readable,
    reader: NOBODY,
    dueKnown: false,
  });
  return {
    ...{ caseId, origin, number, displayNumber, title, year, place, stage, leadUnits },
    ...('fields' in row.file ? answeredInRegister(row.file) : answered(row.file, readable)),
    score,
    words: [...words],
  };
}

type Answer = Pick<ProtoSimilarCase, 'resultClass' | 'answeredOn' | 'answered' | 'promises'>;

/** The reply that was signed last. */
function answered(file: CaseFile, readable: ReadonlySet<Group>): Answer {
  const replies = Object.values(file.replies).filter(({ issuedOn }) => issuedOn !== '');
  const last = replies.toSorted((one, other) => (one.issuedOn < other.issuedOn ? -1 : 1)).at(-1);
  if (last === undefined || !readable.has('final-reply'))
    return { resultClass: '', answeredOn: '', answered: [], promises: [] };
  const promises = Object.entries(file.promises).slice(0, MAX_PROMISES);
  return {
    resultClass: last.resultClass,
    answeredOn: last.issuedOn,
    answered: last.sections.slice(0, MAX_SECTIONS).map((section) => ({ ...section })),
    promises: promises.map(([promiseId, { text, dueOn, state }]) => ({ promiseId, text, dueOn, state })),
  };
}

function answeredInRegister({ fields }: RegisterCase): Answer {
  const { reply_class: resultClass = '', reply_date: answeredOn = '' } = fields;
  return { resultClass, answeredOn, answered: [], promises: [] };
}

/** A unit that might lead or help. */
export function rankedTo({ evidence, dutyWords, ...unit }: UnitInQuestion): RankedUnit {
  return {
    ...unit,
    dutyWords: [...dutyWords],
    evidence: evidence.map(({ row, similarity, words }) => evidenceTo(row, similarity, words)),
  };
}

function evidenceTo(row: CaseRow, similarity: number, words: readonly string[]): EvidenceCase {
  const { caseId, title, year } = row;
  return { caseId, number: displayNumberOf(row), title, year: year ?? 0, similarity, words: [...words] };
}
