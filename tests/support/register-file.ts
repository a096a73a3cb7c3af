import { readFile, writeFile } from 'node:fs/promises';
import writeXlsxFile from 'write-excel-file/node';

export type Row = Readonly<Record<string, unknown>>;

/** Counts as a person with the file and nothing else would make them; what a row does not say counts under ''. */
export interface Count {
  readonly total: number;
  readonly byYear: Readonly<Record<string, number>>;
  readonly byCategory: Readonly<Record<string, number>>;
  readonly byLeadUnit: Readonly<Record<string, number>>;
}

export async function readRegister(file: string): Promise<readonly Row[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

export async function writeRegister(file: string, rows: readonly object[]): Promise<void> {
  await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** The same columns as a sheet: lists joined by 、, numbers as numbers, nested values as text. */
export async function writeSheet(file: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const header = columns.map((column) => ({ value: column }));
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column])));
  await writeXlsxFile([header, ...cells]).toFile(file);
}

function cellOf(value: unknown) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return { value };
  if (typeof value === 'string') return /^[1-9]\d{0,8}$/.test(value) ? { value: Number(value) } : { value };
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return { value: isList ? value.join('、') : JSON.stringify(value) };
}

export function countRegister(rows: readonly Row[]): Count {
  const count: {
    total: number;
    byYear: Record<string, number>;
    byCategory: Record<string, number>;
    byLeadUnit: Record<string, number>;
  } = { total: rows.length, byYear: {}, byCategory: {}, byLeadUnit: {} };
  const add = (buckets: Record<string, number>, key: unknown): void => {
    const name = typeof key === 'string' || typeof key === 'number' ? String(key) : '';
    buckets[name] = (buckets[name] ?? 0) + 1;
  };
  for (const row of rows) {
    add(count.byYear, row['year']);
    add(count.byCategory, row['category']);
    const units = (row['main_unit'] ?? []) as readonly string[];
    if (units.length === 0) add(count.byLeadUnit, '');
    for (const unit of units) add(count.byLeadUnit, unit);
  }
  return count;
}
