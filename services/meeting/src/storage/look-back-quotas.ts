import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow } from '@huiyin/postgres/query';
import type { LookBackQuotas } from '../app/ports.ts';
import type { LookBackQuota } from '../domain/look-back.ts';

/** Table `look_back_quota`: the row stays locked until the draw commits, so that the promised share holds. */
export const lookBackQuotas: LookBackQuotas = { lock, save };

async function lock(tx: Tx, tenant: string, year: number): Promise<LookBackQuota> {
  await execute(
    tx,
    `insert into look_back_quota (tenant, year, replies, required) values ($1, $2, 0, 0)
     on conflict (tenant, year) do nothing`,
    [tenant, year],
  );
  const row = await maybeRow<LookBackQuota>(
    tx,
    'select replies, required from look_back_quota where tenant = $1 and year = $2 for update',
    [tenant, year],
  );
  if (row === undefined) throw new Error(`the look-back quota of ${year} vanished`);
  return row;
}

async function save(tx: Tx, tenant: string, year: number, quota: LookBackQuota): Promise<void> {
  await execute(
    tx,
    'update look_back_quota set replies = $3, required = $4 where tenant = $1 and year = $2',
    [tenant, year, quota.replies, quota.required],
  );
}
