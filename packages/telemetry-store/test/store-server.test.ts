import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { request, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metricsAnswer, tracesAnswer } from '../src/answers.ts';
import { MetricStore } from '../src/metric-store.ts';
import { RETENTION } from '../src/retention.ts';
import { storeServer } from '../src/store-server.ts';
import { TelemetryStore } from '../src/telemetry-store.ts';

/** Megabytes, where four are too many; what the connection has taken without reading comes on top. */
const MOST_PARTS = 64;
const TOKEN = 'a-token-of-this-test';
const TRACE = 'a'.repeat(32);
const JSON_TYPE = { 'content-type': 'application/json' };

let server: Server;
let url: string;
let store: TelemetryStore;
let faults: unknown[];

beforeEach(async () => {
  store = new TelemetryStore(RETENTION, Date.now);
  faults = [];
  server = storeServer({
    store,
    metrics: new MetricStore(Date.now),
    token: TOKEN,
    startedAt: new Date(),
    onFault: (error) => faults.push(error),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
  expect(faults).toEqual([]);
});

const span = {
  ...{ traceId: TRACE, spanId: 'b'.repeat(16), name: 'POST /api/v1/suggestions', kind: 2 },
  startTimeUnixNano: '1767571200000000000',
  endTimeUnixNano: '1767571200050000000',
  attributes: [{ key: 'http.request.method', value: { stringValue: 'POST' } }],
  status: {},
};
const bodyWith = (...spans: object[]): string =>
  JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'gateway' } }] },
        scopeSpans: [{ scope: {}, spans }],
      },
    ],
  });

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Bearer ${TOKEN}`, ...JSON_TYPE, ...(init.headers as object) };
  const response = await fetch(url + path, { ...init, headers });
  return { status: response.status, body: await response.json() };
}

const post = (body: string | Uint8Array, headers: Record<string, string> = {}, path = '/v1/traces') =>
  ask(path, { method: 'POST', body, headers });

describe('the store', () => {
  it('answers the latest values of what was declared, and names the rest', async () => {
    const point = { attributes: [{ key: 'source', value: { stringValue: 'intake' } }], asInt: '7' };
    const durations = {
      ...{ count: '2', sum: 0.3, bucketCounts: ['0', '2', '0'], explicitBounds: [0.1, 0.2] },
      attributes: [{ key: 'rpc.method', value: { stringValue: 'Get' } }],
    };
    const metrics = [
      { name: 'huiyin.consumer.pending', gauge: { dataPoints: [point] } },
      { name: 'rpc.server.call.duration', histogram: { dataPoints: [durations] } },
      { name: 'huiyin.surprise', sum: { dataPoints: [{ asDouble: 1.5 }] } },
    ];
    const attributes = [
      { key: 'service.name', value: { stringValue: 'archive' } },
      { key: 'service.instance.id', value: { stringValue: 'a-1' } },
    ];
    const body = { resourceMetrics: [{ resource: { attributes }, scopeMetrics: [{ metrics }] }] };
    expect(await post(JSON.stringify(body), {}, '/v1/metrics')).toEqual({ status: 200, body: {} });

    const answer = metricsAnswer.parse((await ask('/metrics')).body);

    expect(answer).toMatchObject({
      series: [
        { service: 'archive', instance: 'a-1', attributes: { source: 'intake' }, value: 7 },
        { name: 'rpc.server.call.duration', distribution: { count: 2, sum: 0.3 } },
      ],
      undeclared: ['huiyin.surprise'],
      overflow: 0,
    });
    expect(answer.series[1]?.distribution?.p95).toBeCloseTo(0.195);
  });

  it('answers a trace with the lines that were written in it', async () => {
    expect(await post(bodyWith(span))).toEqual({ status: 200, body: {} });
    const line = { level: 'info', msg: 'request', trace_id: TRACE, status: 201 };
    const record = {
      ...{ timeUnixNano: '1767571200050000000', severityText: 'info', traceId: TRACE },
      body: { stringValue: JSON.stringify(line) },
    };
    const logs = { resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] };
    expect(await post(JSON.stringify(logs), {}, '/v1/logs')).toEqual({ status: 200, body: {} });

    const { traces, retention } = tracesAnswer.parse((await ask(`/traces?ids=${TRACE}`)).body);

    expect(traces).toMatchObject([
      {
        ...{ traceId: TRACE, cut: false },
        steps: [{ service: 'gateway', layer: 'http', depth: 0, durationUs: 50_000, outcome: 'ok' }],
        lines: [{ level: 'info', message: 'request', fields: '{"status":201}' }],
      },
    ]);
    expect(retention).toMatchObject({ traces: 1, spans: 1, forgottenTraces: 0 });
  });

  it('keeps of a span only what it is shown by', async () => {
    const attributes = [
      ...span.attributes,
      { key: 'enduser.id', value: { stringValue: '王小明' } },
      { key: 'url.query', value: { stringValue: '王小明' } },
    ];
    await post(bodyWith({ ...span, attributes, events: [{ name: '王小明' }] }));
    expect(JSON.stringify(await ask(`/traces?ids=${TRACE}`))).not.toContain('王小明');
  });

  it('shows what a transaction did and how it ended, and below it the statement that failed', async () => {
    const [transaction, statement] = ['d'.repeat(16), 'e'.repeat(16)];
    const ofDatabase = (text: string) => [
      { key: 'db.system.name', value: { stringValue: 'postgresql' } },
      { key: 'db.query.text', value: { stringValue: text } },
      { key: 'db.response.status_code', value: { stringValue: '40001' } },
    ];
    const failed = { ...span, kind: 3, status: { code: 2 } };
    const many = 'select 1 as one; '.repeat(200);
    await post(
      bodyWith(
        {
          ...{ ...failed, spanId: transaction, name: 'transaction huiyin_intake' },
          attributes: ofDatabase(`begin; ${many}insert\n  into event; rollback`),
        },
        {
          ...{ ...failed, spanId: statement, parentSpanId: transaction, name: 'statement huiyin_intake' },
          attributes: ofDatabase('insert into event'),
        },
      ),
    );

    const [trace] = tracesAnswer.parse((await ask(`/traces?ids=${TRACE}`)).body).traces;

    expect(trace?.steps).toMatchObject([
      { spanId: transaction, layer: 'database', depth: 0, outcome: 'failed', problem: '40001' },
      { spanId: statement, layer: 'database', depth: 1, outcome: 'failed', problem: '40001' },
    ]);
    const [text, own] = trace?.steps.map(({ detail }) => detail) ?? [];
    expect(text).toMatch(/^begin; select 1 as one; .*….*; rollback$/);
    expect(text?.length).toBeLessThanOrEqual(1_001);
    expect(own).toBe('insert into event');
  });

  it.each([
    ['no JSON', '{', {}, 400, 'not-json'],
    ['something else', '{"resourceSpans":"no"}', {}, 400, 'not-otlp'],
    ['a bare list', '[]', {}, 400, 'not-otlp'],
    ['a trace id that is none', bodyWith({ ...span, traceId: '../etc' }), {}, 400, 'not-otlp'],
    ['a time that is none', bodyWith({ ...span, startTimeUnixNano: '-1' }), {}, 400, 'not-otlp'],
    ['protobuf', '\n', { 'content-type': 'application/x-protobuf' }, 415, 'wrong-content-type'],
    ['a form of another site', bodyWith(span), { 'content-type': 'text/plain' }, 415, 'wrong-content-type'],
    ['a compressed body', gzipSync(bodyWith(span)), { 'content-encoding': 'gzip' }, 415, 'wrong-encoding'],
    ['too much', ' '.repeat(4 * 1024 * 1024 + 1), {}, 413, 'too-large'],
    ['a stranger', bodyWith(span), { authorization: 'Bearer no' }, 401, 'not-authenticated'],
  ])('refuses %s and keeps nothing', async (_what, body, headers, status, code) => {
    expect(await post(body, headers as Record<string, string>)).toMatchObject({
      status,
      body: { code },
    });
    expect(store.counts().spans).toBe(0);
    expect(await post(bodyWith(span))).toMatchObject({ status: 200 });
  });

  it('ends a body that grows beyond the limit without having said how long it is', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, ...JSON_TYPE, 'transfer-encoding': 'chunked' };
    const sending = request(`${url}/v1/traces`, { method: 'POST', headers });
    const ended = new Promise<number | 'cut off'>((resolve) => {
      sending.once('response', ({ statusCode = 0 }) => resolve(statusCode));
      sending.on('error', () => resolve('cut off'));
    });
    const part = Buffer.alloc(1024 * 1024, ' ');
    let isOver = false;
    void ended.then(() => (isOver = true));
    let parts = 0;
    // Each part waits until the one before it is taken: whoever sends without end must not run out of memory first.
    for (; !isOver && parts < MOST_PARTS; parts += 1) {
      const isTaken = new Promise<void>((resolve) => void sending.write(part, () => resolve()));
      await Promise.race([isTaken, ended]);
    }
    expect([413, 'cut off']).toContain(await ended);
    expect(parts).toBeLessThan(MOST_PARTS);
    sending.destroy();
  });

  it('refuses what it has no answer to', async () => {
    expect(await ask('/traces?ids=*')).toMatchObject({ status: 400, body: { code: 'malformed-id' } });
    for (const minutes of ['0', '1.5', '1441', 'all'])
      expect(await ask(`/map?minutes=${minutes}`)).toMatchObject({
        ...{ status: 400, body: { code: 'malformed-minutes' } },
      });
    expect(await ask('/v1/traces')).toMatchObject({ status: 405, body: { code: 'wrong-method' } });
    expect(await ask('/elsewhere')).toMatchObject({ status: 404, body: { code: 'no-such-route' } });
    expect(await ask('/map', { headers: { authorization: '' } })).toMatchObject({ status: 401 });
  });
});
