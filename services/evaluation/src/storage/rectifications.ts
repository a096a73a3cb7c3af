import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { ListFilter, ListPage, RectificationList } from '../app/ports.ts';
import type { Rectification } from '../domain/rectification.ts';
import { officeSharesOf, pageOf, positionOf, type ListRow } from './page.ts';

/** Table `rectification`. */
export const rectifications: RectificationList = { caseOf, list };

export async function saveRectification(
  tx: Tx,
  tenant: string,
  caseId: string,
  rectification: Rectification,
): Promise<void> {
  const { rectificationId, unitId, status, orderedOn } = rectification;
  await execute(
    tx,
    `insert into rectification (tenant, id, case_id, unit_id, status, ordered_on, state)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, id) do update set unit_id = excluded.unit_id, status = excluded.status, ordered_on = excluded.ordered_on,
       state = excluded.state`,
    [tenant, rectificationId, caseId, unitId, status, orderedOn, JSON.stringify(rectification)],
  );
}

async function caseOf(tx: Tx, tenant: string, rectificationId: string): Promise<string | undefined> {
  const row = await maybeRow<{ case_id: string }>(
    tx,
    'select case_id from rectification where tenant = $1 and id = $2',
    [tenant, rectificationId],
  );
  return row?.case_id;
}

async function list(tx: Tx, tenant: string, filter: ListFilter): Promise<ListPage<Rectification>> {
  const { reader, status, unitId, limit } = filter;
  const after = positionOf(filter.cursor);
  const found = await rows<ListRow<Rectification>>(
    tx,
    `select r.id, r.ordered_on::text as day, r.state, r.case_id as "caseId", c.state->>'number' as number,
       c.state->>'title' as title, c.version
     from rectification r join case_file c on c.tenant = r.tenant and c.id = r.case_id
     where r.tenant = $1 and ($2 or r.unit_id = $3 or $4 = any(c.deputy_ids) or c.state->'shares' @> $10::jsonb)
       and ($5 = '' or r.status = $5) and ($6 = '' or r.unit_id = $6)
       and ($7 = '' or (r.ordered_on, r.id) > (nullif($7, '')::date, $8))
     order by r.ordered_on, r.id limit $9`,
    [
      ...[tenant, reader.all, reader.unitId, reader.personId, status, unitId, after.day, after.id, limit + 1],
      officeSharesOf(reader),
    ],
  );
  return pageOf(found, limit);
}
