import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { CaseCounts, CaseFileStore, CaseFilter, CaseRow, RegisterStore, Viewer } from '../app/ports.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { dueOfNextAct, nextAct } from '../domain/next-act.ts';
import type { RegisterCase } from '../domain/register-row.ts';
import { stageOf } from '../domain/stage.ts';

interface FileRow {
  id: string;
  origin: 'live' | 'register';
  number: string;
  title: string;
  year: number | null;
  category: string;
  stage: string;
  colour: string;
  due_date: string | null;
  lead_unit_names: string[];
  file: CaseFile | RegisterCase;
}

const COLUMNS = 'id, origin, number, title, year, category, stage, colour, due_date, lead_unit_names, file';

/** Table `case_file`: one row a case. */
export const caseFiles: CaseFileStore & RegisterStore = { save, load, list, counts, add };

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
      shares.map(({ unitId }) => unitId),
      [file.leadDeputyId, ...file.cosignerIds, ...file.mergedDeputyIds].filter((id) => id !== ''),
      [...new Set(shares.map(({ decidingOffice }) => decidingOffice))],
      shares.length > 0,
      JSON.stringify(file),
      at,
    ],
  );
}

async function load(tx: Tx, tenant: string, caseId: string): Promise<CaseRow | undefined> {
  const row = await maybeRow<FileRow>(tx, `select ${COLUMNS} from case_file where tenant = $1 and id = $2`, [
    tenant,
    caseId,
  ]);
  return row && rowOf(row);
}

/** Lists leave out drafts, which only their deputies see, in intake's own list. */
async function list(tx: Tx, tenant: string, viewer: Viewer, filter: CaseFilter): Promise<readonly CaseRow[]> {
  const { number = '', caseId: id = '' } = filter.after ?? {};
  const found = await rows<FileRow>(
    tx,
    `select ${COLUMNS} from case_file
     where tenant = $1 and stage not in ('draft', 'cosigning', 'pre-review')
       and ($2 = '' or number = $2) and ($3 = '' or position($3 in title) > 0) and ($4 = 0 or year = $4)
       and ($5 = '' or category = $5) and ($6 = '' or $6 = any(lead_unit_names)) and ($7 = '' or stage = $7)
       and ($8 = '' or colour = $8) and ($9 = '' or origin = $9)
       and ($10 = '' or (next_party_kind = $10 and next_party_id = $11))
       and (origin = 'register' or $12 = 'all'
         or ($12 = 'deputy' and ($13 = any(deputy_ids) or assigned))
         or ($12 = 'unit' and $13 = any(unit_ids))
         or ($12 = 'office' and $13 = any(deciding_offices)))
       and ($14 = '' or (number, id) < ($15, $14))
     order by number desc, id desc limit $16`,
    [
      tenant,
      filter.number,
      filter.titleContains,
      filter.year,
      filter.category,
      filter.leadUnit,
      filter.stage,
      filter.colour,
      filter.origin,
      filter.next?.kind ?? '',
      filter.next?.id ?? '',
      viewer.kind,
      viewerKey(viewer),
      id,
      number,
      filter.limit,
    ],
  );
  return found.map(rowOf);
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

function viewerKey(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'all':
      return '';
    case 'deputy':
      return viewer.personId;
    case 'unit':
      return viewer.unitId;
    case 'office':
      return viewer.office;
  }
}

function rowOf(row: FileRow): CaseRow {
  return {
    caseId: row.id,
    origin: row.origin,
    number: row.number,
    title: row.title,
    year: row.year ?? undefined,
    category: row.category,
    stage: row.stage,
    colour: row.colour,
    dueDate: row.due_date ?? '',
    leadUnitNames: row.lead_unit_names,
    file: row.file,
  };
}
