import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';

const run = promisify(execFile);
const PRELOAD = fileURLToPath(new URL('../src/telemetry-preload.ts', import.meta.url));
const PROGRAM = fileURLToPath(new URL('support/traced-process.ts', import.meta.url));
const SERVER = 2;
const CLIENT = 3;

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
}

let collector: Server | undefined;
afterEach(() => collector?.close());

/** Receives OTLP over HTTP as a collector would. */
async function startCollector(): Promise<{ url: string; bodies: { path: string; json: string }[] }> {
  const bodies: { path: string; json: string }[] = [];
  collector = createServer((request, response) => {
    let json = '';
    request.on('data', (chunk: Buffer) => (json += chunk.toString()));
    request.on('end', () => {
      bodies.push({ path: request.url ?? '', json });
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => collector?.listen(0, '127.0.0.1', resolve));
  const address = collector.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, bodies };
}

async function traced(env: Record<string, string>): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', PRELOAD, PROGRAM], {
    env: { PATH: process.env['PATH'] ?? '', OTEL_SERVICE_NAME: 'intake', ...env },
  });
  return stdout.trim();
}

function spansIn(bodies: readonly { path: string; json: string }[]): OtlpSpan[] {
  return bodies
    .filter(({ path }) => path === '/v1/traces')
    .flatMap(({ json }) => JSON.parse(json).resourceSpans as { scopeSpans: { spans: OtlpSpan[] }[] }[])
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

test('given a collector, then one request is one chain of spans over HTTP, gRPC and our own code', async () => {
  const { url, bodies } = await startCollector();
  const traceparent = await traced({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  const spans = spansIn(bodies);
  const decide = spans.find((span) => span.name === 'decide');
  expect(traceparent).toBe(`00-${decide?.traceId}-${decide?.spanId}-01`);
  const chain = [decide];
  for (let at = decide; at?.parentSpanId;) {
    at = spans.find((span) => span.spanId === at?.parentSpanId);
    chain.push(at);
  }
  expect(chain.map((span) => span?.kind)).toEqual([1, SERVER, CLIENT, SERVER, CLIENT]);
  expect(chain[1]?.name).toContain('test.Echo/Say');
  expect(new Set(chain.map((span) => span?.traceId)).size).toBe(1);
  const everything = bodies.map(({ json }) => json).join();
  expect(everything).toContain('"intake"');
  expect(everything).not.toContain('private');
  expect(bodies.some(({ path }) => path === '/v1/metrics')).toBe(true);
});

test('given a sampler that takes nothing, then nothing is sent and trace ids still exist', async () => {
  const { url, bodies } = await startCollector();
  const traceparent = await traced({
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0',
  });
  expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(spansIn(bodies)).toEqual([]);
});

test('given no collector, then trace ids exist for logs and references', async () => {
  expect(await traced({})).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
});
