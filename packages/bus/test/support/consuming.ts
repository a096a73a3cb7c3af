import type { EventEnvelope } from '@huiyin/kernel/event';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { connectBus } from '../../src/connect.ts';
import { startConsumer, type ConsumerOptions, type RunningConsumer } from '../../src/consume.ts';
import { eventPublisher } from '../../src/publish.ts';
import { ensureStream } from '../../src/streams.ts';
import { ownService, quietLog } from './events.ts';
import { startNatsServer, type NatsServer } from './nats-server.ts';

export const soon = { timeout: 15_000, interval: 20 };

/** A connection for the tests of a file, and consumers that are stopped after each of them. */
export function consuming() {
  const log = quietLog();
  let server: NatsServer | undefined;
  let url = '';
  let connection: NatsConnection;
  let running: RunningConsumer[] = [];

  beforeAll(async () => {
    const given: string | undefined = inject('nats');
    if (given === undefined) server = await startNatsServer();
    url = given ?? server?.url ?? '';
    connection = await connectBus({ url, name: 'bus-test', log });
  });
  afterEach(async () => {
    await Promise.all(running.map((consumer) => consumer.stop()));
    running = [];
  });
  afterAll(async () => {
    await connection.close();
    await server?.remove();
  });

  return {
    log,
    url: () => url,
    connection: () => connection,
    async ownStream(): Promise<string> {
      const service = ownService();
      await ensureStream(connection, { service, log, maxBytes: 10_000_000 });
      return service;
    },
    consume(source: string, options: Partial<ConsumerOptions>, on = connection): RunningConsumer {
      const consumer = startConsumer(on, {
        source,
        consumer: 'assignment',
        handle: async () => 'done',
        onDead: async () => undefined,
        log,
        ...options,
      });
      running.push(consumer);
      return consumer;
    },
    publish: (events: readonly EventEnvelope[]) => eventPublisher(connection).publish(events),
  };
}
