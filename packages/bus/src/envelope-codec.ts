import { ROLES } from '@huiyin/kernel/actor';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { z } from 'zod';

const instant = z.iso.datetime().transform((text) => new Date(text));

/** Unknown fields are kept out, not refused: a newer publisher may say more. */
const schema = z.object({
  id: z.uuid(),
  tenant: z.string().min(1),
  service: z.string().min(1),
  stream: z.string().min(1),
  version: z.int().min(1),
  type: z.string().min(1),
  payload: z.record(z.string(), z.unknown()),
  actor: z.object({ accountId: z.string(), personId: z.string(), roles: z.array(z.enum(ROLES)) }),
  occurredAt: instant,
  recordedAt: instant,
  reason: z.string().optional(),
  traceparent: z.string(),
  prevHash: z.string(),
  hash: z.string(),
});

/** A message body that is not an event. */
export class UndecodableEvent extends Error {
  constructor(cause: unknown) {
    super('the message is not an event envelope', { cause });
    this.name = 'UndecodableEvent';
  }
}

/** An event as it travels: UTF-8 JSON of the whole envelope, instants as RFC 3339 with milliseconds. */
export function encodeEnvelope(event: EventEnvelope): Uint8Array {
  return Buffer.from(JSON.stringify(event), 'utf8');
}

/** The inverse of `encodeEnvelope`. Throws UndecodableEvent. */
export function decodeEnvelope(body: Uint8Array): EventEnvelope {
  try {
    const { reason, ...event } = schema.parse(JSON.parse(Buffer.from(body).toString('utf8')));
    return reason === undefined ? event : { ...event, reason };
  } catch (error) {
    throw new UndecodableEvent(error);
  }
}
