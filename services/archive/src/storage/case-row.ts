import type { CaseRow } from '../app/ports.ts';
import { emptyFile, type CaseFile } from '../domain/case-file.ts';
import type { RegisterCase } from '../domain/register-row.ts';

/** A row of table `case_file` as lists and pages read it. */
export interface CaseFileRow {
  id: string;
  origin: 'live' | 'register';
  number: string;
  title: string;
  year: number | null;
  category: string;
  stage: string;
  colour: string;
  due_date: string | null;
  lead_unit_names: string[];
  file: CaseFile | RegisterCase;
}

/** The columns of a CaseFileRow. */
export const CASE_COLUMNS =
  'id, origin, number, title, year, category, stage, colour, due_date, lead_unit_names, file';

/** The row in the words of the use cases. */
export function caseRowOf(row: CaseFileRow): CaseRow {
  return {
    caseId: row.id,
    origin: row.origin,
    number: row.number,
    title: row.title,
    year: row.year ?? undefined,
    category: row.category,
    stage: row.stage,
    colour: row.colour,
    dueDate: row.due_date ?? '',
    leadUnitNames: row.lead_unit_names,
    // A file written by an earlier release lacks what was added since.
    file: row.origin === 'live' ? { ...emptyFile(row.id), ...row.file } : row.file,
  };
}
