import { execute, maybeRow } from '@huiyin/postgres/query';
import type { ManifestStore } from '../app/ports.ts';

/** Table `manifest`. The text is kept as it was hashed. */
export const manifests: ManifestStore = {
  async save(tx, tenant, caseId, manifest) {
    await execute(
      tx,
      'insert into manifest (tenant, case_id, content, hash, entries) values ($1, $2, $3, $4, $5)',
      [tenant, caseId, manifest.json, manifest.hash, manifest.entries],
    );
  },
  async load(tx, tenant, caseId) {
    return maybeRow(
      tx,
      'select content as json, hash, entries from manifest where tenant = $1 and case_id = $2',
      [tenant, caseId],
    );
  },
};
