import { SpanKind } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectBus } from '../src/connect.ts';
import { startConsumer } from '../src/consume.ts';
import { eventPublisher } from '../src/publish.ts';
import { ensureStream } from '../src/streams.ts';
import { event, ownService, quietLog } from './support/events.ts';
import { startNatsServer, type NatsServer } from './support/nats-server.ts';

type SpanProcessor = NonNullable<
  NonNullable<ConstructorParameters<typeof NodeSDK>[0]>['spanProcessors']
>[number];
type EndedSpan = Parameters<SpanProcessor['onEnd']>[0];

const log = quietLog();
const spans: EndedSpan[] = [];
const sdk = new NodeSDK({
  spanProcessors: [
    {
      onStart: () => undefined,
      onEnd: (span) => void spans.push(span),
      forceFlush: async () => undefined,
      shutdown: async () => undefined,
    },
  ],
  metricReaders: [],
  logRecordProcessors: [],
});
let server: NatsServer | undefined;
let connection: NatsConnection;

beforeAll(async () => {
  sdk.start();
  const given: string | undefined = inject('nats');
  if (given === undefined) server = await startNatsServer();
  connection = await connectBus({ url: given ?? server?.url ?? '', name: 'bus-test', log });
});
afterAll(async () => {
  await connection.close();
  await server?.remove();
  await sdk.shutdown();
});

test('sending links to the command, handling continues its trace and links to the sending', async () => {
  const service = ownService();
  await ensureStream(connection, { service, log, maxBytes: 1_000_000 });
  const command = { traceId: '1'.repeat(32), spanId: '2'.repeat(16) };
  const one = event({ service, traceparent: `00-${command.traceId}-${command.spanId}-01` });
  const consumer = startConsumer(connection, {
    source: service,
    consumer: 'assignment',
    handle: async () => 'done',
    onDead: async () => undefined,
    log,
  });
  await eventPublisher(connection).publish([one]);
  await expect.poll(() => spans.length, { timeout: 15_000 }).toBe(2);
  await consumer.stop();
  const send = spans.find((span) => span.kind === SpanKind.PRODUCER);
  const process = spans.find((span) => span.kind === SpanKind.CONSUMER);
  expect(send?.links.map((link) => link.context)).toMatchObject([command]);
  expect(process?.spanContext().traceId).toBe(command.traceId);
  expect(process?.parentSpanContext).toMatchObject(command);
  expect(process?.links.map((link) => link.context.spanId)).toEqual([send?.spanContext().spanId]);
  expect(process?.attributes).toMatchObject({
    'messaging.system': 'nats',
    'messaging.destination.template': `huiyin.*.${service}.*.v1`,
    'messaging.consumer.group.name': 'assignment',
    'messaging.message.id': one.id,
  });
});

test('events handled as one have a span each in the trace of their command', async () => {
  spans.length = 0;
  const service = ownService();
  await ensureStream(connection, { service, log, maxBytes: 1_000_000 });
  const traceOf = (digit: string): string => `00-${digit.repeat(32)}-${'4'.repeat(16)}-01`;
  const both = ['3', '5'].map((digit) => event({ service, stream: digit, traceparent: traceOf(digit) }));
  await eventPublisher(connection).publish(both);
  const causes: string[][] = [];
  const consumer = startConsumer(connection, {
    source: service,
    consumer: 'assignment',
    handle: async () => 'done',
    handleBatch: async (events, causeOf) => {
      causes.push(events.map(causeOf));
      return new Set(events.map(({ id }) => id));
    },
    onDead: async () => undefined,
    log,
  });
  await expect.poll(() => spans.length, { timeout: 15_000 }).toBe(4);
  await consumer.stop();
  const processed = spans.filter((span) => span.kind === SpanKind.CONSUMER);
  expect(causes).toEqual([
    processed.map((span) => `00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`),
  ]);
  expect(processed.map((span) => span.spanContext().traceId)).toEqual(['3'.repeat(32), '5'.repeat(32)]);
  expect(processed.map((span) => span.attributes['messaging.message.id'])).toEqual(both.map(({ id }) => id));
  for (const span of processed) {
    expect(span.parentSpanContext).toMatchObject({ spanId: '4'.repeat(16) });
    expect(span.attributes['messaging.batch.message_count']).toBe(2);
  }
});
