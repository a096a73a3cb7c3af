import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow } from './query.ts';

/** Backlogs of one service's database, over all tenants; read with the relay's role. */
export interface DatabaseStatus {
  readonly outboxUnpublished: number;
  /** Age of the oldest unpublished event, seconds; 0 when none waits. */
  readonly outboxOldestSeconds: number;
  readonly deadLetters: number;
  readonly eventsUnsealed: number;
}

export async function readStatus(tx: Tx, now: Date): Promise<DatabaseStatus> {
  const row = await maybeRow<{ unpublished: number; oldest: Date | null; dead: number; unsealed: number }>(
    tx,
    `select outbox.unpublished, outbox.oldest,
       (select count(*) from dead_letter where resolved_at is null) as dead,
       (select count(*) from event where seal_number is null) as unsealed
     from (
       select count(*) as unpublished, min(recorded_at) as oldest from event where published_at is null
     ) as outbox`,
  );
  const ageMs = row?.oldest == null ? 0 : now.getTime() - row.oldest.getTime();
  return {
    outboxUnpublished: row?.unpublished ?? 0,
    outboxOldestSeconds: Math.max(0, ageMs / 1000),
    deadLetters: row?.dead ?? 0,
    eventsUnsealed: row?.unsealed ?? 0,
  };
}
