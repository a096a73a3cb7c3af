import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Role } from '@huiyin/kernel/actor';

/** A row of `event` as selected by EVENT_COLUMNS. */
export interface EventRow {
  id: string;
  tenant: string;
  stream: string;
  version: number;
  type: string;
  payload: Record<string, unknown>;
  account_id: string;
  person_id: string;
  roles: string[];
  occurred_at: Date;
  recorded_at: Date;
  reason: string | null;
  traceparent: string;
  prev_hash: string;
  hash: string;
}

export const EVENT_COLUMNS = `id, tenant, stream, version, type, payload, account_id, person_id, roles,
  occurred_at, recorded_at, reason, traceparent, prev_hash, hash`;

/** The envelope of a stored event; the service is the database's owner. */
export function envelopeOf(row: EventRow, service: string): EventEnvelope {
  return {
    id: row.id,
    tenant: row.tenant,
    service,
    stream: row.stream,
    version: row.version,
    type: row.type,
    payload: row.payload,
    actor: { accountId: row.account_id, personId: row.person_id, roles: row.roles as Role[] },
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    ...(row.reason === null ? {} : { reason: row.reason }),
    traceparent: row.traceparent,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}
