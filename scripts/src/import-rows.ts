import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import ExcelJS from 'exceljs';

/** One row of a register with its place in the file. */
export interface SourceRow {
  /** From 1; for .xlsx the row number of the sheet. */
  readonly line: number;
  /** Undefined when the line is no JSON object. */
  readonly row: Readonly<Record<string, unknown>> | undefined;
}

/** Columns that hold lists; in a sheet their items are separated by 、 or ; */
const LISTS = new Set(['main_unit', 'co_units', 'nature']);
const NUMBERS = new Set(['year', 'cosigner_count']);

/** Rows of a .jsonl or .xlsx register, one after another, never the whole file in memory for .jsonl. */
export async function* sourceRows(file: string): AsyncGenerator<SourceRow> {
  if (file.endsWith('.xlsx')) yield* sheetRows(file);
  else yield* jsonLines(file);
}

async function* jsonLines(file: string): AsyncGenerator<SourceRow> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') yield { line, row: parse(text) };
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

async function* sheetRows(file: string): AsyncGenerator<SourceRow> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error(`${file} has no sheet`);
  const columns = new Map<number, string>();
  sheet.getRow(1).eachCell((cell, index) => columns.set(index, cell.text.trim()));
  for (let line = 2; line <= sheet.rowCount; line += 1) {
    const row: Record<string, unknown> = {};
    sheet.getRow(line).eachCell((cell, index) => {
      const column = columns.get(index) ?? '';
      if (column !== '' && cell.text.trim() !== '') row[column] = cellValue(column, cell.text.trim());
    });
    if (Object.keys(row).length > 0) yield { line, row };
  }
}

function cellValue(column: string, text: string): unknown {
  if (LISTS.has(column))
    return text
      .split(/[、;;]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  if (NUMBERS.has(column) && /^\d+$/.test(text)) return Number(text);
  return text;
}
