import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import { envelopeOf, EVENT_COLUMNS, type EventRow } from './event-row.ts';
import { rows } from './query.ts';

/** Largest page of a replay, events. */
export const REPLAY_PAGE_EVENTS = 500;

/** Events of one stream from a version on, in order: what peers ask for when they miss some. */
export async function replayEvents(
  tx: Tx,
  service: string,
  from: { tenant: string; stream: string; version: number; limit: number },
): Promise<EventEnvelope[]> {
  const found = await rows<EventRow>(
    tx,
    `select ${EVENT_COLUMNS} from event where tenant = $1 and stream = $2 and version >= $3 order by version limit $4`,
    [from.tenant, from.stream, from.version, Math.min(Math.max(from.limit, 1), REPLAY_PAGE_EVENTS)],
  );
  return found.map((row) => envelopeOf(row, service));
}
