import { ApiRefusal } from './api/session.ts';
import { sourceRows, type SourceRow } from './import-rows.ts';

/** A row that was not taken, with the reason. */
export interface RefusedRow {
  readonly line: number;
  /** Stable. */
  readonly code: string;
  /** For people, Chinese. */
  readonly message: string;
  /** Column or field; empty where it is the whole row. */
  readonly field: string;
}

/** What became of a register. */
export interface ImportReport {
  taken: number;
  known: number;
  refused: RefusedRow[];
}

export interface RowResult extends RefusedRow {
  readonly outcome: 'taken' | 'known' | 'refused';
}

/** A row that is a JSON object. */
export interface RegisterRow {
  readonly line: number;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Where rows go: one call for a batch, a result for each row. Throws ApiRefusal when the call as a whole is refused. */
export interface Destination {
  readonly batchRows: number;
  send(rows: readonly RegisterRow[]): Promise<readonly RowResult[]>;
}

/** Refusals of a call that come from the content of one of its rows. */
const ABOUT_CONTENT = new Set([400, 413, 422]);

/**
 * Sends a register in batches. Each row's own key makes a batch that comes twice, or a run that was killed and begins
 * again, change nothing that is there already.
 */
export async function importRegister(
  file: string,
  destination: Destination,
  onProgress: (rows: number) => void,
): Promise<ImportReport> {
  const report: ImportReport = { taken: 0, known: 0, refused: [] };
  let batch: RegisterRow[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    for (const result of await sendApart(destination, batch)) count(report, result);
    onProgress(batch.length);
    batch = [];
  };
  for await (const source of sourceRows(file)) {
    if (isReadable(source)) {
      batch.push(source);
    } else {
      report.refused.push(unreadable(source.line));
      onProgress(1);
    }
    if (batch.length === destination.batchRows) await flush();
  }
  await flush();
  return { ...report, refused: report.refused.toSorted((a, b) => a.line - b.line) };
}

function isReadable(source: SourceRow): source is RegisterRow {
  return source.row !== undefined;
}

function unreadable(line: number): RefusedRow {
  return { line, code: 'row-malformed', message: '这一行不是一个 JSON 对象', field: '' };
}

function count(report: ImportReport, { outcome, line, code, message, field }: RowResult): void {
  if (outcome === 'refused') report.refused.push({ line, code, message, field });
  else report[outcome] += 1;
}

/** One row that the API cannot even read must not stop its neighbours: a refused batch is halved until it stands alone. */
async function sendApart(
  destination: Destination,
  rows: readonly RegisterRow[],
): Promise<readonly RowResult[]> {
  try {
    return await destination.send(rows);
  } catch (error) {
    if (!(error instanceof ApiRefusal) || !ABOUT_CONTENT.has(error.status)) throw error;
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      const { code, detail: message } = error;
      return [{ line: only.line, outcome: 'refused', code, message, field: columnOf(error.field) }];
    }
    const middle = Math.ceil(rows.length / 2);
    return [
      ...(await sendApart(destination, rows.slice(0, middle))),
      ...(await sendApart(destination, rows.slice(middle))),
    ];
  }
}

/** `/rows/0/row/title` is the column `title`; other members of the call are not the row's. */
function columnOf(pointer: string): string {
  return pointer.replace(/^\/(?:rows|forms)\/\d+\/?(?:row\/|text\/)?/, '');
}
