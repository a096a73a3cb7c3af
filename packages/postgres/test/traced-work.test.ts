import { readMetric, stopCollecting, tracing, untraced, type EndedSpan } from './support/collected.ts';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { isRejection, reject } from '@huiyin/kernel/rejection';
import { newId } from '@huiyin/kernel/ids';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '../src/database.ts';
import { createPool } from '../src/pool.ts';
import { rows } from '../src/query.ts';
import { inTransaction } from '../src/transaction.ts';

const TENANT = 'donghu';

let target: TestDatabase;
let database: Database;
/** The database's name, which the spans' names end with. */
let name: string;

beforeAll(async () => {
  target = await freshDatabase('intake');
  name = new URL(target.appUrl).pathname.slice(1);
  database = openDatabase({
    ...{ service: 'intake', url: target.appUrl, relayUrl: target.relayUrl, clock: systemClock },
    onError: (message, error) => console.error(message, error),
    encode: ({ payload }) => ({ ...payload }),
  });
});
afterAll(async () => {
  await database.close();
  await stopCollecting();
  await target.drop();
});

/** What is decided now, about a stream of its own. */
const about = (stream: string) => ({
  ...{ tenant: TENANT, actor: systemActor('intake'), at: new Date('2026-01-05T01:00:00Z') },
  ...{ idempotencyKey: stream, method: '/huiyin.test/Write', requestHash: 'a', traceparent: '' },
});

/** The spans of whole pieces of work: on a busy machine any statement may be slow and have its own. */
const ofWork = (spans: readonly EndedSpan[]): readonly EndedSpan[] =>
  spans.filter((span) => span.name !== `statement ${name}`);

it('gives a transaction one span with its statements in their order', async () => {
  const { request, ...traced } = await tracing(() =>
    database.uow.act(about('one'), 'one', async (_tx, stream) => {
      await stream.append({ type: 'suggestion-drafted', payload: { n: 'a secret' } });
    }),
  );
  const spans = ofWork(traced.spans);

  expect(spans.map((span) => span.name)).toEqual([`transaction ${name}`]);
  expect(spans[0]).toMatchObject({ kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET } });
  expect(spans[0]?.parentSpanContext?.spanId).toBe(request.spanId);
  const attributes = spans[0]?.attributes ?? {};
  expect(attributes).toMatchObject({ 'db.system.name': 'postgresql', 'db.namespace': name });
  const text = String(attributes['db.query.text']);
  expect(text.split('; ').map((statement) => statement.split(' ').slice(0, 3).join(' '))).toEqual([
    'begin',
    `select set_config('huiyin.tenant', ?,`,
    'select version, hash',
    'insert into stream',
    'with told as',
    'commit',
  ]);
  expect(attributes['db.operation.batch.size']).toBe(6);
  expect(text).not.toMatch(/donghu|secret/);
});

it('names what only reads so', async () => {
  const { spans } = await tracing(() => database.uow.read(TENANT, (tx) => rows(tx, 'select 1 as one')));
  expect(ofWork(spans).map((span) => [span.name, span.attributes['db.query.text']])).toEqual([
    [
      `read ${name}`,
      `begin isolation level repeatable read read only; select set_config('huiyin.tenant', ?, true); select 1 as one; commit`,
    ],
  ]);
});

it('shows that no connection could be had', async () => {
  const nowhere = new URL(target.appUrl);
  nowhere.port = '1';
  const limits = { size: 1, applicationName: 'nowhere', statementTimeoutMs: 1_000 };
  const pool = createPool({ ...limits, url: nowhere.href, onIdleError: () => undefined });
  const { spans, ...outcome } = await tracing(() =>
    inTransaction({ pool, tenant: TENANT }, () => Promise.resolve()),
  );
  await pool.end();
  expect('error' in outcome && outcome.error).toBeInstanceOf(DatabaseUnavailable);
  expect(spans).toMatchObject([
    { name: `transaction ${name}`, status: { code: SpanStatusCode.ERROR, message: 'ECONNREFUSED' } },
  ]);
});

it('makes no span where nothing is traced', async () => {
  expect(await untraced(() => database.uow.read(TENANT, (tx) => rows(tx, 'select 1')))).toEqual([]);
  expect(await untraced(() => database.acrossTenants((tx) => rows(tx, 'select 1')))).toEqual([]);
});

it('shows a statement that failed below its transaction, with its SQLSTATE and without its values', async () => {
  const { spans: all, ...outcome } = await tracing(() =>
    database.uow.read(TENANT, (tx) => rows(tx, 'select $1::text::int', ['a secret'])),
  );
  const spans = all.filter(({ status }) => status.code === SpanStatusCode.ERROR);

  expect(outcome).toMatchObject({ error: { code: '22P02' } });
  expect(spans.map((span) => span.name)).toEqual([`statement ${name}`, `read ${name}`]);
  const [failed, transaction] = spans;
  expect(failed?.parentSpanContext?.spanId).toBe(transaction?.spanContext().spanId);
  expect(failed?.attributes['db.query.text']).toBe('select $1::text::int');
  expect(transaction?.attributes['db.query.text']).toMatch(/; select \$1::text::int; rollback$/);
  for (const span of spans) {
    expect(span.status).toEqual({ code: SpanStatusCode.ERROR, message: '22P02' });
    expect(span.attributes).toMatchObject({ 'error.type': '22P02', 'db.response.status_code': '22P02' });
    expect(JSON.stringify([span.attributes, span.events])).not.toContain('secret');
  }
});

it('marks a transaction whose work failed', async () => {
  const { spans } = await tracing(() =>
    database.uow.read(TENANT, () => Promise.reject(new RangeError('a secret'))),
  );
  expect(ofWork(spans)).toMatchObject([
    { name: `read ${name}`, status: { code: SpanStatusCode.ERROR, message: 'RangeError' } },
  ]);
});

it('shows a slow statement below its transaction, with its own time', async () => {
  const { spans } = await tracing(() =>
    database.uow.read(TENANT, async (tx) => {
      await rows(tx, 'select 1');
      await rows(tx, `select pg_sleep(0.05)::text`);
      await rows(tx, 'select 2');
    }),
  );

  const [transaction] = ofWork(spans);
  const slow = spans.find((span) => span.attributes['db.query.text'] === 'select pg_sleep(0.05)::text');
  expect(slow?.name).toBe(`statement ${name}`);
  expect(slow?.status.code).toBe(SpanStatusCode.UNSET);
  expect(slow?.parentSpanContext?.spanId).toBe(transaction?.spanContext().spanId);
  expect(microseconds(slow?.duration)).toBeGreaterThanOrEqual(49_000);
  // The SDK dates each span by a clock of whole milliseconds.
  expect(microseconds(slow?.startTime)).toBeGreaterThan(microseconds(transaction?.startTime) - 1_000);
  expect(microseconds(slow?.endTime)).toBeLessThan(microseconds(transaction?.endTime) + 1_000);
});

it('takes an answer that rolls back for no failure', async () => {
  const { spans, ...outcome } = await tracing(() =>
    database.uow.command(about('refused'), 'refused', () =>
      Promise.resolve(reject('wrong-state', 'not-now', '现在不能')),
    ),
  );
  expect('answer' in outcome && isRejection(outcome.answer)).toBe(true);
  const [transaction] = ofWork(spans);
  expect(transaction).toMatchObject({ name: `transaction ${name}`, status: { code: SpanStatusCode.UNSET } });
  expect(transaction?.attributes['db.query.text']).toMatch(/; rollback$/);
});

it.each([
  ['one message', 'batch', (heard: EventEnvelope) => database.inbox.noteBatch([heard])],
  [
    'the message that begins a transaction',
    'transaction',
    (heard: EventEnvelope) => database.inbox.applyBatch([heard], { react: () => Promise.resolve() }),
  ],
])('says what %s does without any value of it', async (_what, operation, take) => {
  const heard: EventEnvelope = {
    ...{ id: newId(), tenant: TENANT, service: 'supervision', stream: `case-17 ${operation}`, version: 1 },
    ...{ type: 'clock-started', payload: {}, actor: systemActor('supervision'), traceparent: '' },
    ...{ prevHash: '', hash: '', occurredAt: new Date(), recordedAt: new Date() },
  };
  const { spans, ...outcome } = await tracing(() => take(heard));

  expect(outcome).toEqual({ answer: new Set([heard.id]), request: expect.anything() });
  expect(spans.map((span) => span.name)).toEqual([`${operation} ${name}`]);
  const text = String(spans[0]?.attributes['db.query.text']);
  expect(text).toContain('huiyin_move_on(?, array[?]::text[], array[?]::bigint[]');
  for (const value of [heard.id, TENANT, heard.stream, 'supervision', heard.occurredAt.toISOString()])
    expect(text).not.toContain(value);
  expect(text).not.toMatch(/\d/);
});

it('cuts the text of many statements and still says how they ended', async () => {
  const { spans } = await tracing(() =>
    database.uow.read(TENANT, async (tx) => {
      for (let n = 0; n < 500; n += 1) await rows(tx, 'select 1 as one');
    }),
  );
  const transaction = spans.at(-1);
  expect(transaction?.attributes['db.operation.batch.size']).toBe(503);
  const text = String(transaction?.attributes['db.query.text']);
  expect(text).toMatch(/^begin .*…; commit$/);
  expect(text.length).toBeLessThan(4_100);
});

it('measures each transaction once, traced or not', async () => {
  const count = async (): Promise<number> => {
    const series = await readMetric('db.client.operation.duration');
    const reads = series.filter(
      ({ attributes }) =>
        attributes['db.operation.name'] === 'read' && attributes['error.type'] === undefined,
    );
    return reads.reduce((sum, { value }) => sum + (value as { count: number }).count, 0);
  };
  const before = await count();
  await tracing(() => database.uow.read(TENANT, (tx) => rows(tx, 'select 1')));
  await untraced(() => database.uow.read(TENANT, (tx) => rows(tx, 'select 1')));
  expect(await count()).toBe(before + 2);
});

it('tells of each pool what it has, what is used and who waits', async () => {
  const queries = async (metric: string, state?: string): Promise<unknown> => {
    const series = await readMetric(metric);
    return series.find(
      ({ attributes }) =>
        attributes['db.client.connection.pool.name'] === 'queries' &&
        attributes['db.client.connection.state'] === state,
    )?.value;
  };
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const held = Array.from({ length: 6 }, () => database.uow.read(TENANT, () => released));
  await expect.poll(() => queries('db.client.connection.count', 'used')).toBe(4);
  expect(await queries('db.client.connection.max')).toBe(4);
  expect(await queries('db.client.connection.pending_requests')).toBe(2);
  release();
  await Promise.all(held);
  expect(await queries('db.client.connection.count', 'used')).toBe(0);
  expect(await queries('db.client.connection.count', 'idle')).toBe(4);
  expect(await queries('db.client.connection.pending_requests')).toBe(0);
});

function microseconds([seconds, nanoseconds]: readonly [number, number] = [0, 0]): number {
  return seconds * 1_000_000 + nanoseconds / 1_000;
}
