import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { MOST_MINUTES, type MapAnswer, type MetricsAnswer, type TracesAnswer } from './answers.ts';
import { keepLine } from './keep-line.ts';
import { keepMetric } from './keep-metric.ts';
import { keepSpan } from './keep-span.ts';
import type { MetricStore } from './metric-store.ts';
import { readLogs, readTraces } from './otlp-body.ts';
import { readMetrics } from './otlp-metrics.ts';
import { OtlpRefusal } from './otlp-refusal.ts';
import { RETENTION } from './retention.ts';
import { serviceMap } from './service-map.ts';
import type { TelemetryStore } from './telemetry-store.ts';
import { waterfall } from './waterfall.ts';

/** A full export of 512 spans is below half a megabyte. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 64;
const MAX_TRACES_ASKED = 100;
const TRACE_ID = /^[0-9a-f]{32}$/;

export interface StoreServerOptions {
  readonly store: TelemetryStore;
  readonly metrics: MetricStore;
  /** Whoever sends or asks has to know it: other accounts of the machine reach the loopback too. */
  readonly token: string;
  readonly startedAt: Date;
  /** What ought not to happen, for the log. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Takes OTLP/HTTP in JSON (POST /v1/traces, /v1/logs, /v1/metrics) and answers what it kept (GET /traces?ids=…, GET
 * /map?minutes=…, GET /metrics). Refusals are `{ code, message }`.
 */
export function storeServer(options: StoreServerOptions): Server {
  const server = createServer((request, response) => {
    answer(request, options).then(
      (body) => send(response, 200, body),
      (error: unknown) => {
        if (!(error instanceof OtlpRefusal)) options.onFault(error);
        refuse(request, response, error);
      },
    );
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}

async function answer(request: IncomingMessage, options: StoreServerOptions): Promise<object> {
  const url = new URL(request.url ?? '/', 'http://store');
  if (url.pathname === '/livez') return {};
  requireToken(request, options.token);
  switch (url.pathname) {
    case '/v1/traces':
      for (const { service, items } of readTraces(await bodyOf(request)))
        options.store.addSpans(items.map((span) => keepSpan(service, span)));
      return {};
    case '/v1/logs':
      for (const { service, items } of readLogs(await bodyOf(request)))
        options.store.addLines(items.flatMap((record) => keepLine(service, record) ?? []));
      return {};
    case '/v1/metrics':
      for (const { from, metrics } of readMetrics(await bodyOf(request)))
        options.metrics.add(metrics.flatMap((metric) => keepMetric(from, metric, Date.now())));
      return {};
    case '/traces':
      requireMethod(request, 'GET');
      return tracesAnswer(options, url.searchParams.get('ids') ?? '');
    case '/map':
      requireMethod(request, 'GET');
      return mapAnswer(options, url.searchParams.get('minutes') ?? '');
    case '/metrics':
      requireMethod(request, 'GET');
      return metricsOf(options.metrics);
    default:
      throw new OtlpRefusal('no-such-route', 'there is nothing at this address');
  }
}

function requireToken({ headers }: IncomingMessage, token: string): void {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new OtlpRefusal('not-authenticated', 'the token of this installation is missing or wrong');
}

function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method) throw new OtlpRefusal('wrong-method', `only ${method} is possible here`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  requireMethod(request, 'POST');
  const [type] = (request.headers['content-type'] ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json')
    throw new OtlpRefusal('wrong-content-type', 'only OTLP in JSON (application/json) is taken');
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new OtlpRefusal('wrong-encoding', 'compressed bodies are not taken');
  const tooLarge = new OtlpRefusal('too-large', `a body has at most ${MAX_BODY_BYTES} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) throw tooLarge;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tracesAnswer({ store, startedAt }: StoreServerOptions, asked: string): TracesAnswer {
  const ids = [...new Set(asked.split(',').filter((id) => id !== ''))];
  if (ids.length > MAX_TRACES_ASKED || !ids.every((id) => TRACE_ID.test(id)))
    throw new OtlpRefusal('malformed-id', `ids are at most ${MAX_TRACES_ASKED} trace ids of 32 digits`);
  const found = ids.flatMap((id) => store.trace(id) ?? []);
  const traces = found.map(({ id, spans, lines, isCut }) => ({
    traceId: id,
    cut: isCut,
    steps: [...waterfall(spans)],
    lines: lines.toSorted((one, other) => one.atUs - other.atUs),
    edges: [...serviceMap([spans])],
  }));
  return { traces, retention: retentionOf(store, startedAt) };
}

function metricsOf(metrics: MetricStore): MetricsAnswer {
  const [series, undeclared] = [[...metrics.series()], [...metrics.undeclared()]];
  return { series, undeclared, overflow: metrics.overflow() };
}

/** Of the last minutes, or as long as anything has been kept. */
function mapAnswer({ store, startedAt }: StoreServerOptions, asked: string): MapAnswer {
  const minutes = asked === '' ? MOST_MINUTES : Number(asked);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES)
    throw new OtlpRefusal('malformed-minutes', `minutes are 1 to ${MOST_MINUTES}`);
  const traces = store.traces();
  const retention = retentionOf(store, startedAt);
  const { forgottenTraces, oldestAt } = retention;
  const keptSince = forgottenTraces > 0 && oldestAt !== undefined ? new Date(oldestAt) : startedAt;
  const now = Date.now();
  const sinceMs = Math.max(now - minutes * 60_000, keptSince.getTime());
  const edges = serviceMap(
    traces.map(({ spans }) => spans),
    sinceMs * 1_000,
  );
  return { edges: [...edges], seconds: (now - sinceMs) / 1_000, retention };
}

function retentionOf(store: TelemetryStore, startedAt: Date): TracesAnswer['retention'] {
  const oldest = store.traces().reduce((least, { firstSeenMs }) => Math.min(least, firstSeenMs), Infinity);
  return {
    ...store.counts(),
    startedAt: startedAt.toISOString(),
    ...(oldest === Infinity ? {} : { oldestAt: new Date(oldest).toISOString() }),
    maxAgeHours: RETENTION.ageMs / 3_600_000,
    maxBytes: RETENTION.bytes,
    maxSpans: RETENTION.spans,
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The rest of a refused body is not read: the connection ends with the answer. */
function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const isRefusal = error instanceof OtlpRefusal;
  response.setHeader('connection', 'close');
  response.on('finish', () => request.destroy());
  send(
    response,
    isRefusal ? error.status : 500,
    isRefusal ? { code: error.code, message: error.message } : { code: 'internal-error', message: 'failed' },
  );
}
