import type { EventEnvelope } from '@huiyin/kernel/event';
import { headers, type MsgHdrs } from '@nats-io/transport-node';

/** Context in which the event was made: the command's. */
const TRACEPARENT = 'traceparent';
/** Context in which the event was sent: the relay's. */
const SENT_TRACEPARENT = 'huiyin-sent-traceparent';

const STREAM = 'ce-subject';

/** CloudEvents 1.0 headers (binary mode) and the two trace contexts. */
export function messageHeaders(event: EventEnvelope, subject: string, sentBy: string): MsgHdrs {
  const all = headers();
  all.set('ce-specversion', '1.0');
  all.set('ce-id', event.id);
  all.set('ce-source', `/huiyin/${event.service}`);
  all.set('ce-type', subject);
  all.set(STREAM, event.stream);
  all.set('ce-time', event.occurredAt.toISOString());
  all.set('content-type', 'application/json');
  if (event.traceparent !== '') all.set(TRACEPARENT, event.traceparent);
  if (sentBy !== '') all.set(SENT_TRACEPARENT, sentBy);
  return all;
}

/** The stream an event belongs to; empty where absent. */
export function streamNameOf(message: MsgHdrs | undefined): string {
  return message?.get(STREAM) ?? '';
}

/** The two trace contexts of a message; empty where absent. */
export function traceContextsOf(message: MsgHdrs | undefined): { createdBy: string; sentBy: string } {
  return { createdBy: message?.get(TRACEPARENT) ?? '', sentBy: message?.get(SENT_TRACEPARENT) ?? '' };
}
