import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CaseCounts, CaseFileStore, CaseRow, RegisterStore } from '../app/ports.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { dueOfNextAct, nextAct } from '../domain/next-act.ts';
import type { RegisterCase } from '../domain/register-row.ts';
import { stageOf } from '../domain/stage.ts';
import { countColours, listCaseFiles } from './case-lists.ts';
import { caseTitles, someCaseFiles } from './case-titles.ts';
import { CASE_COLUMNS, type CaseFileRow, caseRowOf } from './case-row.ts';

/** Table `case_file`: one row a case. */
export const caseFiles: CaseFileStore & RegisterStore = {
  save,
  load,
  identify,
  list: listCaseFiles,
  colours: countColours,
  counts,
  titles: caseTitles,
  some: someCaseFiles,
  add,
};

async function save(
  tx: Tx,
  tenant: string,
  file: CaseFile,
  leadUnitNames: readonly string[],
  at: Date,
): Promise<void> {
  const shares = Object.values(file.shares);
  const next = nextAct(file);
  await execute(
    tx,
    `insert into case_file (tenant, id, origin, number, title, year, category, stage, colour, due_date,
       next_party_kind, next_party_id, lead_unit_names, unit_ids, deputy_ids, deciding_offices, assigned, file, changed_at)
     values ($1, $2, 'live', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (tenant, id) do update set number = excluded.number, title = excluded.title, year = excluded.year,
       category = excluded.category, stage = excluded.stage, colour = excluded.colour, due_date = excluded.due_date,
       next_party_kind = excluded.next_party_kind, next_party_id = excluded.next_party_id,
       lead_unit_names = excluded.lead_unit_names, unit_ids = excluded.unit_ids, deputy_ids = excluded.deputy_ids,
       deciding_offices = excluded.deciding_offices, assigned = excluded.assigned, file = excluded.file,
       changed_at = excluded.changed_at`,
    [
      tenant,
      file.caseId,
      file.number,
      file.title,
      file.submittedOn === '' ? null : Number(file.submittedOn.slice(0, 4)),
      file.category,
      stageOf(file),
      file.colour,
      dueOfNextAct(file, next) || null,
      next.kind,
      next.id,
      leadUnitNames,
      shares.filter(({ state }) => state !== 'returned').map(({ unitId }) => unitId),
      [file.leadDeputyId, ...file.cosignerIds, ...file.mergedDeputyIds].filter((id) => id !== ''),
      [...new Set(shares.map(({ decidingOffice }) => decidingOffice))],
      shares.length > 0,
      JSON.stringify(file),
      at,
    ],
  );
}

async function load(tx: Tx, tenant: string, caseId: string): Promise<CaseRow | undefined> {
  const row = await maybeRow<CaseFileRow>(
    tx,
    `select ${CASE_COLUMNS} from case_file where tenant = $1 and id = $2`,
    [tenant, caseId],
  );
  return row && caseRowOf(row);
}

async function identify(
  tx: Tx,
  tenant: string,
  of: string,
): Promise<{ caseId: string; number: string } | undefined> {
  const row = await maybeRow<{ id: string; number: string }>(
    tx,
    `select id, number from case_file where tenant = $1 and (id = $2 or number = $2)
     order by origin, id limit 1`,
    [tenant, of],
  );
  return row && { caseId: row.id, number: row.number };
}

async function counts(tx: Tx, tenant: string, origin: string): Promise<CaseCounts> {
  const where = `tenant = $1 and ($2 = '' or origin = $2) and stage not in ('draft', 'cosigning', 'pre-review')`;
  const by = async (key: string, from = 'case_file'): Promise<Map<string, number>> => {
    const found = await rows<{ key: string; count: number }>(
      tx,
      `select ${key} as key, count(*) as count from ${from} where ${where} group by 1 order by 1 limit 10000`,
      [tenant, origin],
    );
    return new Map(found.map((row) => [row.key, row.count]));
  };
  const total = await maybeRow<{ count: number }>(
    tx,
    `select count(*) as count from case_file where ${where}`,
    [tenant, origin],
  );
  return {
    total: total?.count ?? 0,
    byYear: await by(`coalesce(year::text, '')`),
    byCategory: await by('category'),
    byLeadUnit: await by(
      `coalesce(unit, '')`,
      'case_file left join lateral unnest(lead_unit_names) as unit on true',
    ),
  };
}

async function add(tx: Tx, tenant: string, row: RegisterCase, at: Date): Promise<boolean> {
  const added = await execute(
    tx,
    `insert into case_file (tenant, id, origin, number, title, year, category, stage, colour, due_date,
       next_party_kind, next_party_id, lead_unit_names, unit_ids, deputy_ids, deciding_offices, assigned, file, changed_at)
     values ($1, $2, 'register', $3, $4, $5, $6, 'archived', 'none', null, 'none', '', $7, '{}', '{}', '{}', true, $8, $9)
     on conflict do nothing`,
    [
      tenant,
      row.caseId,
      row.number,
      row.title,
      row.year ?? null,
      row.category,
      row.leadUnits,
      JSON.stringify(row),
      at,
    ],
  );
  return added === 1;
}
