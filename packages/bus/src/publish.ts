import type { EventEnvelope } from '@huiyin/kernel/event';
import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { encodeEnvelope } from './envelope-codec.ts';
import { messageHeaders } from './message-headers.ts';
import { failSpan, startSend, traceparentOf } from './spans.ts';
import { subjectOf, subjectsOfService } from './subjects.ts';

const ACK_TIMEOUT_MS = 5_000;
/** Messages on their way at once; more would only queue in the connection. */
const IN_FLIGHT_LIMIT = 500;

/** What became of one event. After `sent: false` it may be stored all the same: publish it again under its id. */
export type PublishOutcome =
  | { readonly id: string; readonly sent: true; readonly duplicate: boolean }
  | { readonly id: string; readonly sent: false; readonly error: unknown };

/** Hands events to the broker. */
export interface EventPublisher {
  /**
   * Publishes in the given order and awaits every acknowledgement; answers in the same order and never
   * throws. The event id is the message id, so that a repetition within the window is stored once.
   */
  publish(events: readonly EventEnvelope[]): Promise<PublishOutcome[]>;
}

/** A publisher on an open connection. */
export function eventPublisher(connection: NatsConnection): EventPublisher {
  const client = jetstream(connection);
  return {
    publish: async (events) => {
      const outcomes: PublishOutcome[] = [];
      for (let from = 0; from < events.length; from += IN_FLIGHT_LIMIT) {
        const batch = events.slice(from, from + IN_FLIGHT_LIMIT);
        outcomes.push(...(await Promise.all(batch.map((event) => publishOne(client, event)))));
      }
      return outcomes;
    },
  };
}

async function publishOne(client: JetStreamClient, event: EventEnvelope): Promise<PublishOutcome> {
  const { id } = event;
  let subject: string;
  try {
    subject = subjectOf(event);
  } catch (error) {
    return { id, sent: false, error };
  }
  const message = { subject, template: subjectsOfService(event.service), messageId: id };
  const span = startSend(message, event.traceparent);
  try {
    const ack = await client.publish(subject, encodeEnvelope(event), {
      msgID: id,
      headers: messageHeaders(event, subject, traceparentOf(span)),
      timeout: ACK_TIMEOUT_MS,
    });
    return { id, sent: true, duplicate: ack.duplicate };
  } catch (error) {
    failSpan(span, error);
    return { id, sent: false, error };
  } finally {
    span.end();
  }
}
