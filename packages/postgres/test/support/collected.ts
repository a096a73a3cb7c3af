import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';

// Instruments are made when the modules that use them load: import this one before them.

type SpanProcessor = NonNullable<
  NonNullable<ConstructorParameters<typeof NodeSDK>[0]>['spanProcessors']
>[number];
export type EndedSpan = Parameters<SpanProcessor['onEnd']>[0];

const ended: EndedSpan[] = [];
const reader = new PeriodicExportingMetricReader({
  exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
});
const sdk = new NodeSDK({
  spanProcessors: [
    {
      onStart: () => undefined,
      onEnd: (span) => void ended.push(span),
      forceFlush: async () => undefined,
      shutdown: async () => undefined,
    },
  ],
  metricReaders: [reader],
  logRecordProcessors: [],
});
sdk.start();

export const stopCollecting = (): Promise<void> => sdk.shutdown();

/** Runs `work` below a span of a request; answers which request and what other spans ended meanwhile. */
export async function tracing<Result>(work: () => Promise<Result>) {
  ended.length = 0;
  const request = trace.getTracer('test').startSpan('request', {}, ROOT_CONTEXT);
  const outcome = await context.with(trace.setSpan(ROOT_CONTEXT, request), () =>
    work().then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    ),
  );
  return { request: request.spanContext(), spans: [...ended], ...outcome };
}

/** Spans that end while `work` runs below none. */
export async function untraced(work: () => Promise<unknown>): Promise<readonly EndedSpan[]> {
  ended.length = 0;
  await context.with(ROOT_CONTEXT, work);
  return [...ended];
}

/** What a metric says now, a value for each series. */
export async function readMetric(
  name: string,
): Promise<readonly { attributes: Record<string, unknown>; value: unknown }[]> {
  const { resourceMetrics } = await reader.collect();
  return resourceMetrics.scopeMetrics
    .flatMap(({ metrics }) => metrics)
    .filter(({ descriptor }) => descriptor.name === name)
    .flatMap(({ dataPoints }) => dataPoints.map(({ attributes, value }) => ({ attributes, value })));
}
