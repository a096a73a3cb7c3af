import type { EventEnvelope } from '@huiyin/kernel/event';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectBus } from '../src/connect.ts';
import { startConsumer } from '../src/consume.ts';
import { eventPublisher } from '../src/publish.ts';
import { ensureStream } from '../src/streams.ts';
import { event, quietLog } from './support/events.ts';
import { startNatsServer, type NatsServer } from './support/nats-server.ts';

const log = quietLog();
let server: NatsServer;
let connection: NatsConnection;

beforeEach(async () => {
  server = await startNatsServer();
  connection = await connectBus({ url: server.url, name: 'bus-test', log });
  await ensureStream(connection, { service: 'intake', log, maxBytes: 50_000_000 });
});
afterEach(async () => {
  await connection.close();
  await server.remove();
});

/** What the relay does: publish until everything is acknowledged. */
async function publishAll(events: readonly EventEnvelope[]): Promise<void> {
  const publisher = eventPublisher(connection);
  let left = events;
  while (left.length > 0) {
    const outcomes = await publisher.publish(left.slice(0, 100));
    const sent = new Set(outcomes.filter((outcome) => outcome.sent).map((outcome) => outcome.id));
    left = left.filter((each) => !sent.has(each.id));
  }
}

test('given the broker killed three times under load, then every event is handled and none is lost', async () => {
  const events = Array.from({ length: 3_000 }, (_, index) =>
    event({ service: 'intake', stream: `case-${index % 50}`, version: Math.floor(index / 50) + 1 }),
  );
  const seen = new Set<string>();
  const consumer = startConsumer(connection, {
    source: 'intake',
    consumer: 'assignment',
    handle: async (each) => {
      await new Promise(setImmediate);
      seen.add(each.id);
      return 'done';
    },
    onDead: async () => expect.unreachable('nothing may die of an outage'),
    log,
  });
  const published = publishAll(events);
  for (const killAt of [300, 1_200, 2_000]) {
    await expect.poll(() => seen.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(killAt);
    await server.restart();
  }
  await published;
  await expect.poll(() => seen.size, { timeout: 60_000, interval: 20 }).toBe(3_000);
  await expect
    .poll(() => consumer.pendingCounts(), { timeout: 60_000, interval: 100 })
    .toMatchObject({ pending: 0, ackPending: 0 });
  await consumer.stop();
}, 150_000);

test('given a broker away for a while, then publishing answers "not sent" and stopping does not hang', async () => {
  const consumer = startConsumer(connection, {
    source: 'intake',
    consumer: 'assignment',
    handle: async () => 'done',
    onDead: async () => undefined,
    log,
  });
  await expect.poll(() => consumer.isPulling(), { timeout: 10_000 }).toBe(true);
  await server.kill();
  const [outcome] = await eventPublisher(connection).publish([event({ service: 'intake' })]);
  expect(outcome).toMatchObject({ sent: false });
  await consumer.stop();
}, 40_000);
