import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readSheet, type Row } from 'read-excel-file/node';

/** One row of a register with its place in the file. */
export interface SourceRow {
  /** From 1; for .xlsx the row number of the sheet. */
  readonly line: number;
  /** Undefined when the line is no JSON object. */
  readonly row: Readonly<Record<string, unknown>> | undefined;
}

/** Columns that hold lists; in a sheet their items are separated by 、 or ; */
const LISTS = new Set(['main_unit', 'co_units', 'nature', 'contacts', 'demands']);
const NUMBERS = new Set(['year', 'cosigner_count']);
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Rows of a .jsonl or .xlsx register, one after another, never the whole file in memory for .jsonl. */
export async function* sourceRows(file: string): AsyncGenerator<SourceRow> {
  if (file.endsWith('.xlsx')) yield* await sheetRows(file);
  else yield* jsonLines(file);
}

/** How many rows `sourceRows` will give. */
export async function countRows(file: string): Promise<number> {
  if (file.endsWith('.xlsx')) return (await sheetRows(file)).length;
  let count = 0;
  for await (const _ of textLines(file)) count += 1;
  return count;
}

async function* jsonLines(file: string): AsyncGenerator<SourceRow> {
  for await (const { line, text } of textLines(file)) yield { line, row: parse(text) };
}

/** Lines with something in them. */
async function* textLines(file: string): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  for await (const raw of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line += 1;
    const text = line === 1 ? raw.replace(BYTE_ORDER_MARK, '') : raw;
    if (text.trim() !== '') yield { line, text };
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The first sheet: column names in its first row, one case a row. Empty cells and empty rows are not there. */
async function sheetRows(file: string): Promise<SourceRow[]> {
  const [header = [], ...sheet] = await readSheet(file);
  const columns = header.map((cell) => textOf(cell).trim());
  return sheet.flatMap((cells, index) => {
    const filled = columns.flatMap((column, position) => {
      const text = textOf(cells[position]).trim();
      return column === '' || text === '' ? [] : [[column, cellValue(column, text)] as const];
    });
    return filled.length === 0 ? [] : [{ line: index + 2, row: Object.fromEntries(filled) }];
  });
}

/** A cell as it is read aloud; days without a time of day. */
function textOf(cell: Row[number] | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, '') : String(cell);
}

function cellValue(column: string, text: string): unknown {
  if (LISTS.has(column)) return listOf(text);
  if (NUMBERS.has(column) && /^\d+$/.test(text)) return Number(text);
  return text;
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[、;;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
