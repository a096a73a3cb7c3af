import type { Tx } from '@huiyin/kernel/tx';
import { rows } from '@huiyin/postgres/query';
import { DUE_NEVER, type CaseFileStore, type CaseFilter, type CaseRow, type Viewer } from '../app/ports.ts';
import { CASE_COLUMNS, type CaseFileRow, caseRowOf } from './case-row.ts';

/** Drafts are seen by their deputies only, in intake's own list. */
const LISTED = `stage not in ('draft', 'cosigning', 'pre-review')`;
/** What is not admitted goes on until the deputy was told. */
const ENDED = `(stage in ('archived', 'withdrawn', 'merged') or (stage = 'not-admitted' and next_party_kind in ('', 'none')))`;

const PAGE = `select ${CASE_COLUMNS} from case_file
  where tenant = $1 and ${LISTED}
    and ($2 = '' or number = $2) and ($3 = '' or position($3 in title) > 0) and ($4 = 0 or year = $4)
    and ($5 = '' or category = $5) and ($6 = '' or $6 = any(lead_unit_names)) and ($7 = '' or stage = $7)
    and ($8 = '' or (colour = $8 and ($12 <> 'deputy' or $13 = any(deputy_ids)))) and ($9 = '' or origin = $9)
    and ($10 = '' or (next_party_kind = $10 and next_party_id = $11))
    and ((origin = 'register' and $12 <> 'former-deputy') or $12 = 'all'
      or ($12 = 'deputy' and ($13 = any(deputy_ids) or (assigned and not $14)))
      or ($12 = 'former-deputy' and $13 = any(deputy_ids))
      or ($12 = 'unit' and $13 = any(unit_ids))
      or ($12 = 'office' and $13 = any(deciding_offices))
      or ($12 = 'period' and file->>'period' = $13)
      or ($12 = 'committee' and file->'overseerIds' ? $13))
    and ($15 = '' or ($15 = 'ended') = (${ENDED}))`;

const BY_NUMBER = `${PAGE} and ($17 = '' or (number, id) < ($18, $17))
  order by number desc, id desc limit $16`;
const BY_DUE = `${PAGE}
    and ($17 = '' or (coalesce(due_date, 'infinity'), number, id) > ($19::date, $18, $17))
  order by coalesce(due_date, 'infinity'), number, id limit $16`;

/** A page of what the viewer may know of. A deputy finds by colour only what is the deputy's own. */
export async function listCaseFiles(
  tx: Tx,
  tenant: string,
  viewer: Viewer,
  filter: CaseFilter,
): Promise<readonly CaseRow[]> {
  const { due = DUE_NEVER, number = '', caseId: id = '' } = filter.after ?? {};
  const found = await rows<CaseFileRow>(tx, filter.order === 'due' ? BY_DUE : BY_NUMBER, [
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
    filter.involved,
    filter.progress,
    filter.limit,
    id,
    number,
    ...(filter.order === 'due' ? [due] : []),
  ]);
  return found.map(caseRowOf);
}

/** Live cases by colour; at most one row a colour. */
export const countColours: CaseFileStore['colours'] = (tx, tenant, viewer, filter) =>
  rows(
    tx,
    `select case when $2 <> 'deputy' or is_party then colour else '' end as colour, count(*) as all,
       count(*) filter (where $2 <> 'deputy' or is_party) as involved, count(*) filter (where is_next) as mine
     from case_file, lateral (
       select $3 = any(deputy_ids) as is_party, next_party_kind = $5 and next_party_id = $6 as is_next
     ) as viewer
     where tenant = $1 and origin = 'live' and ${LISTED} and ($4 = '' or position($4 in title) > 0)
       and ($2 = 'all'
         or ($2 = 'deputy' and (is_party or assigned))
         or ($2 = 'former-deputy' and is_party)
         or ($2 = 'unit' and $3 = any(unit_ids))
         or ($2 = 'office' and $3 = any(deciding_offices))
         or ($2 = 'period' and file->>'period' = $3)
         or ($2 = 'committee' and file->'overseerIds' ? $3))
       and ($7 = '' or ($7 = 'ended') = (${ENDED}))
     group by 1 order by 1 limit 10`,
    [
      tenant,
      viewer.kind,
      viewerKey(viewer),
      filter.titleContains,
      filter.next.kind,
      filter.next.id,
      filter.progress,
    ],
  );

function viewerKey(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'all':
      return '';
    case 'deputy':
    case 'former-deputy':
      return viewer.personId;
    case 'unit':
      return viewer.unitId;
    case 'office':
      return viewer.office;
    case 'period':
      return viewer.period;
    case 'committee':
      return viewer.unitId;
  }
}
