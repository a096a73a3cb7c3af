import { basename } from 'node:path';
import type { ApiSession } from './api/session.ts';
import { sourceRows, type SourceRow } from './import-rows.ts';

/** What became of a register. */
export interface ImportReport {
  taken: number;
  known: number;
  refused: {
    readonly line: number;
    readonly code: string;
    readonly message: string;
    readonly field: string;
  }[];
}

interface RowResult {
  readonly line: number;
  readonly outcome: 'taken' | 'known' | 'refused';
  readonly code: string;
  readonly message: string;
  readonly field: string;
}

const BATCH_ROWS = 100;

/**
 * Sends a register to the archive in batches. Each row's own key makes a batch that comes twice, or a run that was
 * killed and begins again, change nothing that is there already.
 */
export async function importRegister(
  desk: ApiSession,
  file: string,
  onProgress: (rows: number) => void,
): Promise<ImportReport> {
  const report: ImportReport = { taken: 0, known: 0, refused: [] };
  let batch: SourceRow[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const body = { source: basename(file), rows: batch.map(({ line, row }) => ({ line, row })) };
    const { results } = await desk.send<{ results: readonly RowResult[] }>('POST', '/imports', body);
    for (const { outcome, ...result } of results) {
      if (outcome === 'refused') report.refused.push(result);
      else report[outcome] += 1;
    }
    rows += batch.length;
    batch = [];
    onProgress(rows);
  };
  for await (const source of sourceRows(file)) {
    if (source.row === undefined) {
      report.refused.push({
        line: source.line,
        code: 'row-malformed',
        message: '这一行不是一个 JSON 对象',
        field: '',
      });
      continue;
    }
    batch.push(source);
    if (batch.length === BATCH_ROWS) await flush();
  }
  await flush();
  return report;
}
