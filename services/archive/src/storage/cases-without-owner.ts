import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow } from '@huiyin/postgres/query';

/** How many cases on their way nobody has to act on; the index holds just these. */
export async function casesWithoutOwner(tx: Tx, tenant: string): Promise<number> {
  const row = await maybeRow<{ count: number }>(
    tx,
    `select count(*)::int as count from case_file
     where tenant = $1 and origin = 'live' and next_party_kind = ''
       and stage not in ('withdrawn', 'not-admitted', 'merged', 'archived')`,
    [tenant],
  );
  return row?.count ?? 0;
}
