import type { Tx } from '@huiyin/kernel/tx';
import { outboxBacklog } from './outbox.ts';
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
  const outbox = await outboxBacklog(tx);
  const dead = await maybeRow<{ count: number }>(
    tx,
    'select count(*) as count from dead_letter where resolved_at is null',
  );
  const unsealed = await maybeRow<{ count: number }>(
    tx,
    'select count(*) as count from event where seal_number is null',
  );
  return {
    outboxUnpublished: outbox.count,
    outboxOldestSeconds:
      outbox.oldest === null ? 0 : Math.max(0, (now.getTime() - outbox.oldest.getTime()) / 1000),
    deadLetters: dead?.count ?? 0,
    eventsUnsealed: unsealed?.count ?? 0,
  };
}
