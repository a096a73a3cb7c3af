import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CaseFileStore, StoredFile } from '../app/ports.ts';
import { owedOf, type CaseFile } from '../domain/case-file.ts';
import type { PromiseItem } from '../domain/promise-item.ts';
import type { Rectification } from '../domain/rectification.ts';
import { savePlaces } from './evaluations.ts';
import { savePromise } from './promises.ts';
import { saveRectification } from './rectifications.ts';

/** Tables `case_file`, `evaluation`, `promise`, `rectification`: read and written under the lock of the case's stream. */
export const caseFiles: CaseFileStore = { load, save };

type FileState = Omit<CaseFile, 'promises' | 'rectifications'>;

async function load(tx: Tx, tenant: string, caseId: string): Promise<StoredFile | undefined> {
  const row = await maybeRow<{ state: FileState; version: number }>(
    tx,
    'select state, version from case_file where tenant = $1 and id = $2',
    [tenant, caseId],
  );
  if (row === undefined) return undefined;
  const promises = await rows<{ state: PromiseItem }>(
    tx,
    'select state from promise where tenant = $1 and case_id = $2 order by due_on, id',
    [tenant, caseId],
  );
  const rectifications = await rows<{ state: Rectification }>(
    tx,
    'select state from rectification where tenant = $1 and case_id = $2 order by ordered_on, id',
    [tenant, caseId],
  );
  const file = {
    ...row.state,
    promises: promises.map((promise) => promise.state),
    rectifications: rectifications.map((rectification) => rectification.state),
  };
  return { file, version: row.version };
}

async function save(
  tx: Tx,
  tenant: string,
  { file, version }: StoredFile,
  before: CaseFile | undefined,
): Promise<void> {
  const { promises, rectifications, ...state } = file;
  await execute(
    tx,
    `insert into case_file (tenant, id, version, phase, deputy_ids, state) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, id) do update set version = excluded.version, phase = excluded.phase,
       deputy_ids = excluded.deputy_ids, state = excluded.state`,
    [
      tenant,
      file.caseId,
      version,
      file.standing.phase,
      [...new Set(owedOf(file).map((owed) => owed.deputyId))],
      JSON.stringify(state),
    ],
  );
  await savePlaces(tx, tenant, file);
  const knownPromises = new Set(before?.promises);
  for (const promise of promises) {
    if (!knownPromises.has(promise)) await savePromise(tx, tenant, file.caseId, promise);
  }
  const knownRectifications = new Set(before?.rectifications);
  for (const rectification of rectifications) {
    if (!knownRectifications.has(rectification))
      await saveRectification(tx, tenant, file.caseId, rectification);
  }
}
