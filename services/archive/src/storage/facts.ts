import type { EventBatch } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import { rows } from '@huiyin/postgres/query';
import type { FactStore, RecordedFact } from '../app/ports.ts';
import type { Fact } from '../domain/fact.ts';

/** The columns of which a file is folded. */
interface FoldedRow {
  service: string;
  version: number;
  event_id: string;
  type: string;
  occurred_at: Date;
  payload: Record<string, unknown>;
}

interface FactRow extends FoldedRow {
  person_id: string;
  roles: string[];
  reason: string | null;
  traceparent: string;
  hash: string;
}

/** A case has a few hundred facts; one with more is a mistake somewhere else. */
const MAX_FACTS = 20_000;

/** Table `case_fact`: what was heard, unchanged. */
export const facts: FactStore = {
  keep,
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

/** In one round trip; what a statement inserts it does not see, so that both are put together. */
async function keep(tx: Tx, caseId: string, events: EventBatch): Promise<readonly Fact[]> {
  const list = events.map((event) => ({
    service: event.service,
    version: event.version,
    event_id: event.id,
    type: event.type,
    occurred_at: event.occurredAt.toISOString(),
    recorded_at: event.recordedAt.toISOString(),
    person_id: event.actor.personId,
    roles: event.actor.roles,
    reason: event.reason ?? null,
    traceparent: event.traceparent,
    hash: event.hash,
    payload: event.payload,
  }));
  const found = await rows<FoldedRow>(
    tx,
    `with kept as (
       insert into case_fact (tenant, case_id, service, version, event_id, type, occurred_at, recorded_at, person_id,
         roles, reason, traceparent, hash, payload)
       select $1, $2, service, version, event_id, type, occurred_at, recorded_at, person_id,
         roles, reason, traceparent, hash, payload
       from jsonb_to_recordset($3::jsonb) as e(service text, version bigint, event_id uuid, type text,
         occurred_at timestamptz, recorded_at timestamptz, person_id text, roles text[], reason text,
         traceparent text, hash text, payload jsonb)
       on conflict do nothing
       returning service, version, event_id, type, occurred_at, payload
     )
     select service, version, event_id, type, occurred_at, payload from case_fact
     where tenant = $1 and case_id = $2
     union all
     select service, version, event_id, type, occurred_at, payload from kept
     limit $4`,
    [events[0].tenant, caseId, JSON.stringify(list), MAX_FACTS],
  );
  return found.map(foldedOf);
}

function factOf(row: FactRow): RecordedFact {
  return {
    ...foldedOf(row),
    personId: row.person_id,
    roles: row.roles,
    reason: row.reason ?? '',
    traceparent: row.traceparent,
    hash: row.hash,
  };
}

function foldedOf(row: FoldedRow): Fact {
  return {
    service: row.service,
    version: row.version,
    eventId: row.event_id,
    type: row.type,
    occurredAt: row.occurred_at,
    payload: row.payload,
  };
}
