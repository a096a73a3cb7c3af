import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow } from '@huiyin/postgres/query';

/**
 * How many cases on their way nobody has to act on; the index holds just these. Where a case has ended nobody must act
 * (what is not admitted is 代表工委's until the deputy was told), and a merged one is its parent's.
 */
export async function casesWithoutOwner(tx: Tx, tenant: string): Promise<number> {
  const row = await maybeRow<{ count: number }>(
    tx,
    `select count(*)::int as count from case_file
     where tenant = $1 and origin = 'live' and stage not in ('withdrawn', 'not-admitted', 'merged', 'archived')
       and (next_party_kind in ('', 'none') or (next_party_kind in ('unit', 'deputy') and next_party_id = ''))`,
    [tenant],
  );
  return row?.count ?? 0;
}
