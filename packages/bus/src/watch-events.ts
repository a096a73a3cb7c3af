import type { NatsConnection } from '@nats-io/transport-node';
import { decodeEnvelope } from './envelope-codec.ts';
import type { BusLog } from './log.ts';
import { streamNameOf } from './message-headers.ts';
import { subjectsOfEverything, tenantOfSubject } from './subjects.ts';

/** That a stream of a service has a new event. */
export interface Published {
  readonly tenant: string;
  readonly service: string;
  readonly stream: string;
  readonly version: number;
}

/** Whoever is told of events as they are published. */
export interface PublishedListener {
  /** Asked of every event, so it must be cheap: whether anybody waits for this stream. */
  wants(tenant: string, stream: string): boolean;
  hear(published: Published): void;
}

/**
 * Tells of events as they are published, from now on and only while connected: for hints to look again, never for
 * truth, which durable consumers carry.
 */
export function watchEvents(connection: NatsConnection, listener: PublishedListener, log: BusLog): void {
  connection.subscribe(subjectsOfEverything(), {
    callback: (error, message) => {
      if (error !== null) {
        log.warn({ err: error }, 'a published event was not heard');
        return;
      }
      const stream = streamNameOf(message.headers);
      if (!listener.wants(tenantOfSubject(message.subject), stream)) return;
      try {
        const { tenant, service, version } = decodeEnvelope(message.data);
        listener.hear({ tenant, service, stream, version });
      } catch (cause) {
        log.warn({ err: cause, subject: message.subject }, 'a published event was not understood');
      }
    },
  });
}
