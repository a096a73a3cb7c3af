import type { Tx } from '@huiyin/kernel/tx';
import { GENESIS, merkleRoot } from './chain.ts';
import { execute, maybeRow, rows } from './query.ts';
import { relayTransaction, type RelayChore } from './relay-transaction.ts';
import { inTransaction } from './transaction.ts';

const SEAL_EVENTS = 5_000;
/** Serialises sealers, should two relays overlap for a moment. */
const SEAL_LOCK = 7_117_002;

/**
 * Seals every tenant's unsealed events: a Merkle root over their hashes in seal order, chained to the root before.
 * A chain per case shows a changed event; the seal shows a case removed as a whole. Answers the seals made.
 */
export async function sealTenants(chore: RelayChore): Promise<number> {
  const acrossTenants = relayTransaction(chore);
  const tenants = await inTransaction({ ...acrossTenants, readOnly: true }, (tx) =>
    rows<{ tenant: string }>(
      tx,
      'select distinct tenant from event where seal_number is null order by tenant',
    ),
  );
  let seals = 0;
  for (const { tenant } of tenants) {
    while (await inTransaction(acrossTenants, (tx) => sealBatch(tx, tenant, chore.clock.now()))) seals += 1;
  }
  return seals;
}

async function sealBatch(tx: Tx, tenant: string, at: Date): Promise<boolean> {
  await execute(tx, 'select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
  const events = await rows<{ id: string; hash: string }>(
    tx,
    `select id, hash from event where tenant = $1 and seal_number is null order by position limit $2 for update`,
    [tenant, SEAL_EVENTS],
  );
  if (events.length === 0) return false;
  const last = await maybeRow<{ number: number; root: string }>(
    tx,
    'select number, root from seal where tenant = $1 order by number desc limit 1',
    [tenant],
  );
  const number = (last?.number ?? 0) + 1;
  const prevRoot = last?.root ?? GENESIS;
  const root = merkleRoot([prevRoot, ...events.map((event) => event.hash)]);
  await execute(
    tx,
    `insert into seal (tenant, number, root, prev_root, event_count, sealed_at) values ($1, $2, $3, $4, $5, $6)`,
    [tenant, number, root, prevRoot, events.length, at],
  );
  await execute(
    tx,
    `update event set seal_number = $1, seal_index = s.i - 1
     from unnest($2::uuid[]) with ordinality as s(id, i) where event.id = s.id`,
    [number, events.map((event) => event.id)],
  );
  return true;
}
