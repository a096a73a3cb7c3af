import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectBus } from '../src/connect.ts';
import { eventPublisher } from '../src/publish.ts';
import { ensureStream, StreamMismatch } from '../src/streams.ts';
import { streamOfService } from '../src/subjects.ts';
import { event, ownService, quietLog } from './support/events.ts';
import { startNatsServer, type NatsServer } from './support/nats-server.ts';

let server: NatsServer | undefined;
let connection: NatsConnection;
const log = quietLog();

beforeAll(async () => {
  const given: string | undefined = inject('nats');
  if (given === undefined) server = await startNatsServer();
  connection = await connectBus({ url: given ?? server?.url ?? '', name: 'bus-test', log });
});
afterAll(async () => {
  await connection.close();
  await server?.remove();
});

test('given no stream, then it is made as needed, and making it again changes nothing', async () => {
  const service = ownService();
  await ensureStream(connection, { service, log, maxBytes: 1_000_000 });
  await ensureStream(connection, { service, log, maxBytes: 1_000_000 });
  const { config } = await (await jetstreamManager(connection)).streams.info(streamOfService(service));
  expect(config).toMatchObject({
    subjects: [`huiyin.*.${service}.*.v1`],
    retention: 'limits',
    storage: 'file',
    discard: 'new',
    max_age: 30 * 24 * 3600 * 1e9,
    duplicate_window: 120 * 1e9,
    num_replicas: 1,
  });
});

test('given a stream with other settings, then the service refuses to start and says which', async () => {
  const service = ownService();
  await (
    await jetstreamManager(connection)
  ).streams.add({
    name: streamOfService(service),
    subjects: [`huiyin.*.${service}.*.v1`],
    discard: 'old',
    max_bytes: 1_000_000,
  });
  const refused = await ensureStream(connection, { service, log, maxBytes: 1_000_000 }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(StreamMismatch);
  expect((refused as StreamMismatch).differences).toEqual([
    'discard: wanted "new", found "old"',
    'max_age: wanted 2592000000000000, found 0',
  ]);
});

test('given an event published twice, then it is stored once and both times acknowledged', async () => {
  const service = ownService();
  await ensureStream(connection, { service, log, maxBytes: 1_000_000 });
  const one = event({ service });
  const publisher = eventPublisher(connection);
  expect(await publisher.publish([one, one])).toEqual([
    { id: one.id, sent: true, duplicate: false },
    { id: one.id, sent: true, duplicate: true },
  ]);
  const { state } = await (await jetstreamManager(connection)).streams.info(streamOfService(service));
  expect(state.messages).toBe(1);
});

test('the stored message carries the CloudEvents headers and both trace contexts', async () => {
  const service = ownService();
  await ensureStream(connection, { service, log, maxBytes: 1_000_000 });
  const traceparent = `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`;
  const one = event({ service, traceparent });
  await eventPublisher(connection).publish([one]);
  const stored = await (
    await jetstreamManager(connection)
  ).streams.getMessage(streamOfService(service), { seq: 1 });
  const header = Object.fromEntries(
    [...(stored?.header ?? [])].map(([name, values]) => [name.toLowerCase(), values[0]]),
  );
  expect(header).toMatchObject({
    'nats-msg-id': one.id,
    'ce-specversion': '1.0',
    'ce-id': one.id,
    'ce-source': `/huiyin/${service}`,
    'ce-type': `huiyin.sd-shunde.${service}.suggestion-submitted.v1`,
    'ce-subject': 'case-1',
    'ce-time': '2026-01-05T02:00:00.123Z',
    traceparent,
  });
});

test('given a full stream, then nothing old is dropped and the publisher says the event was not sent', async () => {
  const service = ownService();
  await ensureStream(connection, { service, log, maxBytes: 4_000 });
  const events = Array.from({ length: 10 }, (_, index) => event({ service, version: index + 1 }));
  const outcomes = await eventPublisher(connection).publish(events);
  const sent = outcomes.filter((outcome) => outcome.sent).length;
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(10);
  const { state } = await (await jetstreamManager(connection)).streams.info(streamOfService(service));
  expect([state.first_seq, state.messages]).toEqual([1, sent]);
});

test('given an event that has no subject, then it alone is not sent', async () => {
  const service = ownService();
  await ensureStream(connection, { service, log, maxBytes: 1_000_000 });
  const outcomes = await eventPublisher(connection).publish([
    event({ service, tenant: 'a.b' }),
    event({ service }),
  ]);
  expect(outcomes.map((outcome) => outcome.sent)).toEqual([false, true]);
});

test('given no broker, then the first connection fails with a clear line', async () => {
  await expect(
    connectBus({ url: 'nats://127.0.0.1:1', name: 'x', log, firstConnectMs: 300 }),
  ).rejects.toThrow('no broker at 127.0.0.1:1');
});
