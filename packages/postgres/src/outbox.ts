import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import { envelopeOf, EVENT_COLUMNS, type EventRow } from './event-row.ts';
import { execute, rows } from './query.ts';

/**
 * Events not yet published, oldest position first. Never "position > last": positions are taken before commit, so a
 * later position may become visible first and an earlier one would be skipped for good.
 */
export async function unpublishedEvents(tx: Tx, service: string, limit: number): Promise<EventEnvelope[]> {
  const found = await rows<EventRow>(
    tx,
    `select ${EVENT_COLUMNS} from event where published_at is null order by position limit $1`,
    [limit],
  );
  return found.map((row) => envelopeOf(row, service));
}

/** Marks events as published, by id only; marking twice changes nothing. */
export async function markPublished(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  return execute(
    tx,
    'update event set published_at = $2 where id = any($1::uuid[]) and published_at is null',
    [ids, at],
  );
}
