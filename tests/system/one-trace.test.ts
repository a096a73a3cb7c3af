import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { databaseOf, PROCESS_NAMES, type ServiceName } from '@huiyin/deploy/topology';
import { cookieOf, send, type Answer } from '@huiyin/gateway/test/support/client';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIND, startOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver.ts';
import { SpanGraph } from '../support/span-graph.ts';

const SETUP_TIMEOUT_MS = 300_000;
const DEPUTY = 'deputy@donghu';
const SUBMIT_ROUTE = 'POST /api/v1/suggestions/{id}:submit';
const SUBMIT_RPC = '/huiyin.intake.v1.IntakeService/SubmitSuggestion';
/** Whoever hears what intake decides, and what supervision then says about the clocks. */
const HEAR_INTAKE = [
  'archive',
  'assignment',
  'evaluation',
  'meeting',
  'notification',
  'supervision',
] as const;
const HEAR_SUPERVISION = ['archive', 'assignment', 'evaluation', 'notification'] as const;

const HANDLED = /^begin; .* huiyin_move_on\(.*; commit$/;
const NOTED = /^select set_config\(.*; select .* huiyin_move_on\(.*\) as moved_on$/;

let receiver: OtlpReceiver;
let system: RunningSystem;
let submitted: Answer;
let refused: Answer;
/** What nobody but the parties may read: it is in the request, the answer or the account. */
let personal: readonly string[];

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  // Spans come soon after they end, not seconds later.
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '200';
  system = await startRunningSystem('trace', { otlpEndpoint: receiver.endpoint });
  const api = `${system.gatewayUrl}/api/v1`;
  const credentials = { login: DEPUTY, password: DEMO_PASSWORD };
  const entered = await send(`${api}/session`, { method: 'POST', body: credentials });
  const cookie = cookieOf(entered);
  const place = demoCity().find((tenant) => tenant.place.tenant === 'donghu')?.place;
  if (place === undefined) throw new Error('the demo city has no donghu');
  const { title, facts, demands } = demoSuggestion(seededRandom('trace'), place);
  const text = { title, facts, demands };
  const draft = await send(`${api}/suggestions`, { method: 'POST', body: { text }, cookie });
  const submit = `${api}/suggestions/${String(draft.body['id'])}:submit`;
  submitted = await send(submit, { method: 'POST', cookie });
  refused = await send(submit, { method: 'POST', cookie });
  await send(`${api}/cases?title=${encodeURIComponent(title)}`, { cookie });
  personal = [
    title,
    facts,
    ...demands,
    String(entered.body['name']),
    DEPUTY,
    DEMO_PASSWORD,
    cookie.split('=')[1] ?? '',
  ];
}, SETUP_TIMEOUT_MS);

afterAll(async () => {
  await system?.stop();
  receiver?.close();
  delete process.env['OTEL_BSP_SCHEDULE_DELAY'];
});

/** The trace and the span under which an answer was made, as it says itself. */
function madeUnder(answer: Answer): { traceId: string; spanId: string } {
  const [, traceId = '', spanId = ''] = (answer.headers.get('traceresponse') ?? '').split('-');
  return { traceId, spanId };
}

/** What is connected with the answer's request, once `complete` says that all of it has come. */
function graphOf(answer: Answer, complete: (graph: SpanGraph) => boolean): Promise<SpanGraph> {
  return waitFor('all spans of the request', async () => {
    const graph = new SpanGraph(receiver.spans).around(madeUnder(answer).spanId);
    return complete(graph) && graph.orphans().length === 0 && graph;
  });
}

const processed = (graph: SpanGraph, source: string): ReceivedSpan[] =>
  graph.spans.filter(({ name }) => name === `process huiyin.*.${source}.*.v1`);
const isComplete = (graph: SpanGraph): boolean =>
  HEAR_INTAKE.every((each) => processed(graph, 'intake').some(({ service }) => service === each)) &&
  HEAR_SUPERVISION.every((each) => processed(graph, 'supervision').some(({ service }) => service === each));

/** The one span below `parent`; fails when there are none or several. */
function only(spans: readonly ReceivedSpan[], what: string): ReceivedSpan {
  expect(
    spans.map(({ name }) => name),
    what,
  ).toHaveLength(1);
  return spans[0] as ReceivedSpan;
}

/** The statements a span's work sent to the service's own database, a text for each transaction. */
function statementsBelow(graph: SpanGraph, parent: ReceivedSpan): string[] {
  const database = databaseOf(parent.service as ServiceName).database;
  return graph
    .below(parent)
    .filter(({ kind, attributes }) => kind === KIND.client && attributes['db.namespace'] === database)
    .map(({ attributes: { 'db.query.text': sql } }) => (typeof sql === 'string' ? sql : ''));
}

describe('one submitted suggestion', () => {
  it('is one connected graph of spans from the gateway to every service that hears of it', async () => {
    expect(submitted.status).toBe(200);
    const graph = await graphOf(submitted, isComplete);
    const { traceId, spanId } = madeUnder(submitted);

    const request = only(
      graph.spans.filter((span) => span.spanId === spanId),
      'the gateway',
    );
    expect(request).toMatchObject({ service: 'gateway', kind: KIND.server, name: SUBMIT_ROUTE, traceId });
    expect(request.parentSpanId ?? '').toBe('');
    expect(graph.below(request).some(({ name }) => name.includes('redis'))).toBe(true);

    const calls = graph.below(request).filter(({ name }) => name.includes(SUBMIT_RPC.slice(1)));
    const call = only(calls, 'the call');
    expect(call).toMatchObject({ service: 'gateway', kind: KIND.client, traceId });
    const answer = only(graph.below(call), 'the answer');
    expect(answer).toMatchObject({ service: 'intake', kind: KIND.server, traceId });

    const writing = statementsBelow(graph, answer).filter((sql) => sql.includes('insert into event'));
    expect(writing).toEqual([
      expect.stringMatching(/^begin; .*; insert into idempotency .* insert into event .*; commit$/),
    ]);

    expectDelivery(graph, { source: 'intake', cause: answer, hearers: HEAR_INTAKE });
    const watching = processed(graph, 'intake').filter(({ service }) => service === 'supervision');
    const [cause] = watching.filter(({ spanId: id }) =>
      graph.spans.some(({ links }) => links.some((link) => link.spanId === id)),
    );
    if (cause === undefined) throw new Error('supervision said nothing about the submitted suggestion');
    expectDelivery(graph, { source: 'supervision', cause, hearers: HEAR_SUPERVISION });
    // Directory's too when the gateway asked whether the session still holds.
    const services = graph.spans.map(({ service }) => service).filter((service) => service !== 'directory');
    expect(new Set(services)).toEqual(new Set(['gateway', 'intake', ...HEAR_INTAKE]));
    expect(graph.spans.filter(({ statusCode }) => statusCode === 2)).toEqual([]);
  });

  it('is found under one trace id in the logs of the gateway and of intake', async () => {
    const { traceId } = madeUnder(submitted);
    const lines = async (process: string) =>
      (await logOf(process)).filter((line) => line['trace_id'] === traceId);
    expect(await lines('gateway')).toMatchObject([{ msg: 'request', method: 'POST', status: 200 }]);
    expect(await lines('intake')).toMatchObject([{ msg: 'call', method: SUBMIT_RPC, code: 'ok' }]);
  });

  it('leaves nothing personal in spans, metrics and logs', async () => {
    const written = [...receiver.bodies];
    for (const process of PROCESS_NAMES) written.push(await readFile(logFile(process), 'utf8'));
    const everything = written.join('\n');
    expect(everything).toContain(SUBMIT_RPC);
    expect(personal.filter((text) => everything.includes(text) || everything.includes(inJson(text)))).toEqual(
      [],
    );
  });
});

describe('a refusal', () => {
  it('quotes the trace under which spans and logs of it are found', async () => {
    expect(refused.status).toBe(409);
    const { traceId } = madeUnder(refused);
    expect(refused.body['traceId']).toBe(traceId);
    const graph = await graphOf(refused, ({ spans }) => spans.some(({ service }) => service === 'intake'));
    expect(graph.spans.every((span) => span.traceId === traceId)).toBe(true);
    const lines = (await logOf('intake')).filter((line) => line['trace_id'] === traceId);
    expect(lines).toMatchObject([{ msg: 'call', method: SUBMIT_RPC, code: refused.body['code'] }]);
  });
});

/** Each event is sent once by its source because of `cause`, and handled by all that hear, with work in their databases. */
function expectDelivery(
  graph: SpanGraph,
  told: { readonly source: string; readonly cause: ReceivedSpan; readonly hearers: readonly string[] },
): void {
  const { source, cause, hearers } = told;
  const isLinkedTo = (id: string) => (span: ReceivedSpan) => span.links.some((link) => link.spanId === id);
  const sent = graph.spans.filter(isLinkedTo(cause.spanId));
  expect(sent.length).toBeGreaterThan(0);
  for (const send of sent) {
    expect(send).toMatchObject({
      service: source,
      kind: KIND.producer,
      name: `send huiyin.*.${source}.*.v1`,
    });
    const heard = graph.spans.filter(isLinkedTo(send.spanId));
    expect(heard.map(({ service }) => service).toSorted()).toEqual(hearers);
    for (const span of heard) {
      expect(span).toMatchObject({
        kind: KIND.consumer,
        name: `process huiyin.*.${source}.*.v1`,
        traceId: cause.traceId,
        parentSpanId: cause.spanId,
      });
      expect(span.attributes['messaging.message.id']).toBe(send.attributes['messaging.message.id']);
      expectWork(graph, span, processed(graph, source));
    }
  }
}

/**
 * What is done for events handled together lies below one of them, in one transaction. What is only noted is one
 * message, which the server runs as a transaction of its own.
 */
function expectWork(graph: SpanGraph, span: ReceivedSpan, ofSource: readonly ReceivedSpan[]): void {
  const together = Number(span.attributes['messaging.batch.message_count'] ?? 1);
  const run =
    together === 1
      ? [span]
      : ofSource.filter(
          (other) => other.service === span.service && other.parentSpanId === span.parentSpanId,
        );
  const statements = run.flatMap((each) => statementsBelow(graph, each));
  const isWhole = (sql: string): boolean => NOTED.test(sql) || HANDLED.test(sql);
  expect(statements.some(isWhole), `${span.service}: ${statements.join('\n')}`).toBe(true);
}

async function logOf(process: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(logFile(process), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function logFile(process: string): string {
  return join(system.logs, `${process}.log`);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
