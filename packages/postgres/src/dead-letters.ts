import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import { canonicalJson, sha256 } from './chain.ts';
import { execute, maybeRow, rows } from './query.ts';

/** A letter as operators see it: ids and a hash, never the payload. */
export interface DeadLetterSummary {
  readonly eventId: string;
  readonly tenant: string;
  readonly source: string;
  readonly type: string;
  readonly stream: string;
  readonly version: number;
  readonly error: string;
  readonly attempts: number;
  readonly payloadHash: string;
  readonly diedAt: Date;
  readonly traceparent: string;
}

/** Sets an event aside; the same event again only counts up. */
export async function bury(
  tx: Tx,
  event: EventEnvelope,
  why: { error: string; attempts: number; at: Date },
): Promise<void> {
  await execute(
    tx,
    `insert into dead_letter (tenant, source, event_id, stream, version, type, envelope, error, attempts, died_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (source, event_id) do update
       set error = excluded.error, attempts = dead_letter.attempts + excluded.attempts, resolved_at = null`,
    [
      event.tenant,
      event.service,
      event.id,
      event.stream,
      event.version,
      event.type,
      JSON.stringify(event),
      why.error,
      why.attempts,
      why.at,
    ],
  );
}

/** True when an earlier event of the same foreign stream lies among the dead letters. */
export async function hasOpenDeadLetter(tx: Tx, event: EventEnvelope): Promise<boolean> {
  const row = await maybeRow(
    tx,
    `select 1 from dead_letter
     where tenant = $1 and source = $2 and stream = $3 and version < $4 and resolved_at is null limit 1`,
    [event.tenant, event.service, event.stream, event.version],
  );
  return row !== undefined;
}

interface DeadLetterRow {
  tenant: string;
  source: string;
  event_id: string;
  type: string;
  stream: string;
  version: number;
  error: string;
  attempts: number;
  died_at: Date;
  envelope: StoredEnvelope;
}

type StoredEnvelope = Omit<EventEnvelope, 'occurredAt' | 'recordedAt'> & {
  occurredAt: string;
  recordedAt: string;
};

const COLUMNS = 'tenant, source, event_id, type, stream, version, error, attempts, died_at, envelope';

/** Open letters of every tenant, oldest first; for the relay role, which reads across tenants. */
export async function listDeadLetters(
  tx: Tx,
  limit: number,
  afterEventId: string,
): Promise<DeadLetterSummary[]> {
  const found = await rows<DeadLetterRow>(
    tx,
    `select ${COLUMNS} from dead_letter where resolved_at is null and ($2 = '' or event_id::text > $2)
     order by event_id limit $1`,
    [limit, afterEventId],
  );
  return found.map((row) => ({
    eventId: row.event_id,
    tenant: row.tenant,
    source: row.source,
    type: row.type,
    stream: row.stream,
    version: row.version,
    error: row.error,
    attempts: row.attempts,
    payloadHash: sha256(canonicalJson(row.envelope.payload)),
    diedAt: row.died_at,
    traceparent: row.envelope.traceparent,
  }));
}

/** A foreign stream of one tenant. */
export interface ForeignStream {
  readonly tenant: string;
  readonly source: string;
  readonly stream: string;
}

/** The stream of an open letter; for the relay role, which reads across tenants. */
export async function streamOfDeadLetter(
  tx: Tx,
  source: string,
  eventId: string,
): Promise<ForeignStream | undefined> {
  return maybeRow<ForeignStream>(
    tx,
    `select tenant, source, stream from dead_letter
     where source = $1 and event_id::text = $2 and resolved_at is null`,
    [source, eventId],
  );
}

/** Letters of one replay that are read at once. */
const REPLAY_LETTERS = 500;

/** The first open letters of a stream, in the order of their versions; empty when it flows. */
export async function openLetters(tx: Tx, which: ForeignStream): Promise<EventEnvelope[]> {
  const found = await rows<DeadLetterRow>(
    tx,
    `select ${COLUMNS} from dead_letter
     where tenant = $1 and source = $2 and stream = $3 and resolved_at is null order by version limit $4`,
    [which.tenant, which.source, which.stream, REPLAY_LETTERS],
  );
  return found.map(({ envelope }) => ({
    ...envelope,
    occurredAt: new Date(envelope.occurredAt),
    recordedAt: new Date(envelope.recordedAt),
  }));
}

/** Marks a letter as dealt with. */
export async function resolveDeadLetter(tx: Tx, source: string, eventId: string, at: Date): Promise<void> {
  await execute(tx, 'update dead_letter set resolved_at = $3 where source = $1 and event_id = $2', [
    source,
    eventId,
    at,
  ]);
}
