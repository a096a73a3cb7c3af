import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { ListFilter, ListPage, PromiseLedger } from '../app/ports.ts';
import type { PromiseItem } from '../domain/promise-item.ts';
import { officeSharesOf, pageOf, positionOf, type ListRow } from './page.ts';

/** Table `promise`, the ledger. */
export const promises: PromiseLedger = { caseOf, list };

export async function savePromise(
  tx: Tx,
  tenant: string,
  caseId: string,
  promise: PromiseItem,
): Promise<void> {
  await execute(
    tx,
    `insert into promise (tenant, id, case_id, unit_id, status, due_on, state)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, id) do update set unit_id = excluded.unit_id, status = excluded.status, state = excluded.state`,
    [
      tenant,
      promise.promiseId,
      caseId,
      promise.unitId,
      promise.status,
      promise.dueOn,
      JSON.stringify(promise),
    ],
  );
}

async function caseOf(tx: Tx, tenant: string, promiseId: string): Promise<string | undefined> {
  const row = await maybeRow<{ case_id: string }>(
    tx,
    'select case_id from promise where tenant = $1 and id = $2',
    [tenant, promiseId],
  );
  return row?.case_id;
}

async function list(
  tx: Tx,
  tenant: string,
  filter: ListFilter & { dueUntil: string },
): Promise<ListPage<PromiseItem>> {
  const { reader, status, unitId, dueUntil, limit } = filter;
  const after = positionOf(filter.cursor);
  const found = await rows<ListRow<PromiseItem>>(
    tx,
    `select p.id, p.due_on::text as day, p.state, p.case_id as "caseId", c.state->>'number' as number,
       c.state->>'title' as title, c.version
     from promise p join case_file c on c.tenant = p.tenant and c.id = p.case_id
     where p.tenant = $1 and ($2 or p.unit_id = $3 or $4 = any(c.deputy_ids) or c.state->'shares' @> $11::jsonb)
       and ($5 = '' or p.status = $5) and ($6 = '' or p.unit_id = $6)
       and ($7 = '' or p.due_on <= nullif($7, '')::date)
       and ($8 = '' or (p.due_on, p.id) > (nullif($8, '')::date, $9))
     order by p.due_on, p.id limit $10`,
    [
      tenant,
      reader.all,
      reader.unitId,
      reader.personId,
      status,
      unitId,
      dueUntil,
      after.day,
      after.id,
      limit + 1,
      officeSharesOf(reader),
    ],
  );
  return pageOf(found, limit);
}
