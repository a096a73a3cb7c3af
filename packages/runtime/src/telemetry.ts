import { ClientRequest } from 'node:http';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { GrpcInstrumentation } from '@opentelemetry/instrumentation-grpc';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { RedisInstrumentation } from '@opentelemetry/instrumentation-redis';
import { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node';
import { BatchLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace';
import { ChangesAndFailuresSampler } from './changes-and-failures-sampler.ts';
import { FailedSpansToo } from './failed-spans-too.ts';

const METRICS_EVERY_MS = 15_000;

/** Takes spans and forgets them, so that trace ids exist where nobody collects traces. */
const FORGETTING = {
  onStart: () => undefined,
  onEnd: () => undefined,
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
};

export interface TelemetryOptions {
  readonly exporting: boolean;
  /** Share of mere reads whose spans are sent; undefined leaves the sampling to OTEL_TRACES_SAMPLER. */
  readonly readShare: number | undefined;
}

/** Starts the SDK; answers how to flush and end it. Called once, by the preload. */
export function startTelemetry({ exporting, readShare }: TelemetryOptions): () => Promise<void> {
  const sdk = new NodeSDK({
    spanProcessors: exporting
      ? [new FailedSpansToo(new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }))]
      : [FORGETTING],
    ...(readShare === undefined ? {} : { sampler: new ChangesAndFailuresSampler(readShare) }),
    metricReaders: exporting
      ? [
          new PeriodicExportingMetricReader({
            exporter: new OTLPMetricExporter(),
            exportIntervalMillis: METRICS_EVERY_MS,
          }),
        ]
      : [],
    logRecordProcessors: exporting ? [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })] : [],
    // Without a collector nothing is kept but the trace's id, which calls alone hand on: the rest would only cost.
    instrumentations: [
      ...[httpInstrumentation(), grpcInstrumentation()],
      ...(exporting ? [redisInstrumentation(), new RuntimeNodeInstrumentation()] : []),
    ],
  });
  sdk.start();
  return () => sdk.shutdown();
}

const PROBES: ReadonlySet<string> = new Set(['/livez', '/readyz']);
/** Casting a vote must leave no trace (docs/adr/0028): neither this request nor the call it makes, nor their metrics. */
const UNRECORDED_REQUEST = /^\/api\/v1\/ballots\/[^/]+(?::|%3a)cast(?:$|\?)/i;
const UNRECORDED_METHODS = ['CastVote'];
const HIDDEN = '[redacted]';

/** Query strings hold what people search for; addresses and agents identify them. */
function httpInstrumentation(): HttpInstrumentation {
  return new HttpInstrumentation({
    ignoreIncomingRequestHook: ({ url = '' }) => PROBES.has(url) || UNRECORDED_REQUEST.test(url),
    requestHook: (span, request) => {
      span.setAttribute('user_agent.original', HIDDEN);
      if (request instanceof ClientRequest) {
        const [path] = request.path.split('?');
        span.setAttribute('url.full', `${request.protocol}//${request.host}${path}`);
      } else {
        span.setAttributes({
          'url.query': HIDDEN,
          'client.address': HIDDEN,
          'network.peer.address': HIDDEN,
        });
      }
    },
  });
}

function grpcInstrumentation(): GrpcInstrumentation {
  return new GrpcInstrumentation({
    ignoreGrpcMethods: ['Check', 'Watch', 'ServerReflectionInfo', ...UNRECORDED_METHODS],
  });
}

/** Keys hold session ids: only the command's name is reported. */
function redisInstrumentation(): RedisInstrumentation {
  return new RedisInstrumentation({ requireParentSpan: true, dbStatementSerializer: (command) => command });
}
