import { basename } from 'node:path';
import type { ApiSession } from './api/session.ts';
import type { Destination, RowResult } from './import-register.ts';

/** The archive: rows become past cases. */
export function archiveDestination(desk: ApiSession, file: string, batchRows: number): Destination {
  return {
    batchRows,
    send: async (rows) => {
      const body = { source: basename(file), rows };
      const { results } = await desk.send<{ results: readonly RowResult[] }>('POST', '/imports', body);
      return results;
    },
  };
}
