import { stableId } from '@huiyin/kernel/ids';

/** A past case as a register has it. Missing values stay missing: `undefined` or empty, never invented. */
export interface RegisterCase {
  readonly caseId: string;
  readonly source: string;
  readonly place: string;
  readonly session: string;
  readonly number: string;
  readonly title: string;
  readonly year: number | undefined;
  readonly category: string;
  readonly period: string;
  readonly leadUnits: readonly string[];
  /** Those of `leadUnits` that the tenant has by this name; the others are historical. */
  readonly knownUnits: Readonly<Record<string, string>>;
  /** Every column of the row as text, for the page. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface RowProblem {
  readonly code: 'row-malformed' | 'row-without-title' | 'row-value-malformed';
  readonly field: string;
  readonly message: string;
}

const MAX_TEXT = 500;
const OLDEST_YEAR = 1954;
const LATEST_YEAR = 2100;
/** Columns of the register and the kind of value each holds. */
const TEXT_COLUMNS = ['source', 'place', 'session', 'number', 'title', 'category', 'period'] as const;

/** Reads one row. The key of a case is source + place + session + number + title (decisions 31). */
export function readRegisterRow(json: string, fallbackSource: string): RegisterCase | RowProblem {
  const row = parse(json);
  if (row === undefined) return { code: 'row-malformed', field: '', message: '这一行不是一个 JSON 对象' };
  for (const column of TEXT_COLUMNS) {
    const value = row[column];
    if (value !== undefined && value !== null && !isText(value))
      return malformed(column, `不超过 ${MAX_TEXT} 字的文字`);
  }
  const text = (column: (typeof TEXT_COLUMNS)[number]): string => asText(row[column]).trim();
  const title = text('title');
  if (title === '') return { code: 'row-without-title', field: 'title', message: '缺少标题' };
  const year = row['year'];
  if (year !== undefined && year !== null && !isYear(year)) return malformed('year', '年份');
  const leadUnits = row['main_unit'] ?? [];
  if (!isTextList(leadUnits)) return malformed('main_unit', '单位名称的列表');
  const source = text('source') || fallbackSource;
  return {
    caseId: stableId('register', source, text('place'), text('session'), text('number'), title),
    source,
    place: text('place'),
    session: text('session'),
    number: text('number'),
    title,
    year: isYear(year) ? year : undefined,
    category: text('category'),
    period: text('period'),
    knownUnits: {},
    leadUnits: leadUnits.map((unit) => unit.trim()).filter((unit) => unit !== ''),
    fields: Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  };
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    const row: unknown = JSON.parse(json);
    return typeof row === 'object' && row !== null && !Array.isArray(row)
      ? (row as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function malformed(field: string, wanted: string): RowProblem {
  return { code: 'row-value-malformed', field, message: `${field} 应为${wanted}` };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT && !hasControlCharacters(value);
}

function isYear(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= OLDEST_YEAR && Number(value) <= LATEST_YEAR;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 50 && value.every(isText);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Control characters other than tab and line breaks: Postgres refuses NUL, people never mean the others. */
function hasControlCharacters(value: string): boolean {
  return value.split('').some((character) => character < ' ' && !'\t\n\r'.includes(character));
}
