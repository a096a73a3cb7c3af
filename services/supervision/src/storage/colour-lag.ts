import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow } from '@huiyin/postgres/query';

/** For how many seconds of business time the longest overdue change of a colour has been due; 0 when none is. */
export async function overdueSeconds(tx: Tx, tenant: string, now: Date): Promise<number> {
  const row = await maybeRow<{ seconds: number | null }>(
    tx,
    `select extract(epoch from $2::timestamptz - min(next_change_at))::float8 as seconds
     from clock where tenant = $1 and next_change_at is not null and next_change_at <= $2`,
    [tenant, now],
  );
  return row?.seconds ?? 0;
}
