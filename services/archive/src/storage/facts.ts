import { execute, rows } from '@huiyin/postgres/query';
import type { FactStore, RecordedFact } from '../app/ports.ts';

interface FactRow {
  service: string;
  version: number;
  event_id: string;
  type: string;
  occurred_at: Date;
  person_id: string;
  roles: string[];
  reason: string | null;
  traceparent: string;
  hash: string;
  payload: Record<string, unknown>;
}

/** A case has a few hundred facts; one with more is a mistake somewhere else. */
const MAX_FACTS = 20_000;

/** Table `case_fact`: what was heard, unchanged. */
export const facts: FactStore = {
  async keep(tx, caseId, event) {
    await execute(
      tx,
      `insert into case_fact (tenant, case_id, service, version, event_id, type, occurred_at, recorded_at, person_id,
         roles, reason, traceparent, hash, payload)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict do nothing`,
      [
        event.tenant,
        caseId,
        event.service,
        event.version,
        event.id,
        event.type,
        event.occurredAt,
        event.recordedAt,
        event.actor.personId,
        event.actor.roles,
        event.reason ?? null,
        event.traceparent,
        event.hash,
        JSON.stringify(event.payload),
      ],
    );
  },
  async ofCase(tx, tenant, caseId) {
    const found = await rows<FactRow>(
      tx,
      `select service, version, event_id, type, occurred_at, person_id, roles, reason, traceparent, hash, payload
       from case_fact where tenant = $1 and case_id = $2 order by occurred_at, event_id limit $3`,
      [tenant, caseId, MAX_FACTS],
    );
    return found.map(factOf);
  },
};

function factOf(row: FactRow): RecordedFact {
  return {
    service: row.service,
    version: row.version,
    eventId: row.event_id,
    type: row.type,
    occurredAt: row.occurred_at,
    payload: row.payload,
    personId: row.person_id,
    roles: row.roles,
    reason: row.reason ?? '',
    traceparent: row.traceparent,
    hash: row.hash,
  };
}
