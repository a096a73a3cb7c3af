import type { Tx } from '@huiyin/kernel/tx';
import { rows } from '@huiyin/postgres/query';
import type { CaseRow, CaseTitle } from '../app/ports.ts';
import { CASE_COLUMNS, type CaseFileRow, caseRowOf } from './case-row.ts';

/** The newest first; drafts belong to their deputies, and what was withdrawn or declined was never handled. */
export async function caseTitles(tx: Tx, tenant: string, limit: number): Promise<readonly CaseTitle[]> {
  return rows<CaseTitle>(
    tx,
    `select id as "caseId", title, category, lead_unit_names as "leadUnits" from case_file
     where tenant = $1 and title <> ''
       and stage not in ('draft', 'cosigning', 'pre-review', 'withdrawn', 'not-admitted')
     order by year desc nulls last, number desc, id desc limit $2`,
    [tenant, limit],
  );
}

/** As many rows as ids that are known. */
export async function someCaseFiles(
  tx: Tx,
  tenant: string,
  caseIds: readonly string[],
): Promise<readonly CaseRow[]> {
  const found = await rows<CaseFileRow>(
    tx,
    `select ${CASE_COLUMNS} from case_file where tenant = $1 and id = any($2) limit 1000`,
    [tenant, caseIds],
  );
  return found.map(caseRowOf);
}
