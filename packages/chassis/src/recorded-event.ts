import type { RecordedEvent } from '@huiyin/contracts/gen/operations/v1/operations';
import type { Role } from '@huiyin/kernel/actor';
import type { EventEnvelope } from '@huiyin/kernel/event';

/** An event as peers hand it over. */
export function toRecordedEvent(event: EventEnvelope): RecordedEvent {
  return {
    id: event.id,
    tenant: event.tenant,
    service: event.service,
    stream: event.stream,
    version: BigInt(event.version),
    type: event.type,
    payloadJson: JSON.stringify(event.payload),
    accountId: event.actor.accountId,
    personId: event.actor.personId,
    roles: [...event.actor.roles],
    occurredAt: event.occurredAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    reason: event.reason ?? '',
    traceparent: event.traceparent,
    prevHash: event.prevHash,
    hash: event.hash,
  };
}

/** The inverse of `toRecordedEvent`. */
export function fromRecordedEvent(event: RecordedEvent): EventEnvelope {
  return {
    id: event.id,
    tenant: event.tenant,
    service: event.service,
    stream: event.stream,
    version: Number(event.version),
    type: event.type,
    payload: JSON.parse(event.payloadJson) as Record<string, unknown>,
    actor: { accountId: event.accountId, personId: event.personId, roles: event.roles as Role[] },
    occurredAt: new Date(event.occurredAt),
    recordedAt: new Date(event.recordedAt),
    ...(event.reason === '' ? {} : { reason: event.reason }),
    traceparent: event.traceparent,
    prevHash: event.prevHash,
    hash: event.hash,
  };
}
