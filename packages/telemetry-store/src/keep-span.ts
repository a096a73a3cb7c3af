import type { KeptSpan, Layer, Outcome } from './kept.ts';
import { type Attributes, microseconds, type OtlpSpan, valuesOf } from './otlp-body.ts';

const NAME_CHARACTERS = 200;
/** A transaction's statements are one text; how it ended is kept too. */
const STATEMENT_CHARACTERS = 1_000;
const ENDING_CHARACTERS = 20;
const CAUSES = 8;

const SERVER = 2;
const PRODUCER = 4;
const CONSUMER = 5;
const ERROR = 2;

/** gRPC codes of a service that did not do its work; all others but 0 are answers. */
const GRPC_FAILURES: ReadonlySet<number> = new Set([1, 2, 4, 8, 10, 12, 13, 14, 15]);
const HTTP_FAILURE = 500;
const HTTP_REFUSAL = 400;

/** A received span with the little of it that is kept: an allow-list, so that nothing personal can slip in later. */
export function keepSpan(service: string, span: OtlpSpan): KeptSpan {
  const values = valuesOf(span.attributes);
  const layer = layerOf(span.kind, values);
  const startUs = microseconds(span.startTimeUnixNano);
  return {
    traceId: span.traceId.toLowerCase(),
    spanId: span.spanId.toLowerCase(),
    parentSpanId: span.parentSpanId.toLowerCase(),
    service,
    layer,
    kind: span.kind,
    name: span.name.slice(0, NAME_CHARACTERS),
    detail: detailOf(layer, values),
    startUs,
    durationUs: Math.max(0, microseconds(span.endTimeUnixNano) - startUs),
    ...outcomeOf(span, values),
    eventId: text(values, 'messaging.message.id').slice(0, 64),
    delivery: Number(values.get('huiyin.delivery.count') ?? 0),
    causes: span.links.slice(0, CAUSES).map((link) => ({
      traceId: link.traceId.toLowerCase(),
      spanId: link.spanId.toLowerCase(),
    })),
  };
}

function layerOf(kind: number, values: Attributes): Layer {
  if (kind === PRODUCER) return 'relay';
  if (kind === CONSUMER) return 'consumer';
  const database = text(values, 'db.system.name') || text(values, 'db.system');
  if (database === 'redis') return 'cache';
  if (database !== '') return 'database';
  if (values.has('rpc.system') || values.has('rpc.system.name')) return 'grpc';
  if (values.has('http.request.method')) return 'http';
  return 'internal';
}

function detailOf(layer: Layer, values: Attributes): string {
  if (layer === 'database') {
    const statement = text(values, 'db.query.text').replaceAll(/\s+/g, ' ').trim();
    return statement.length <= STATEMENT_CHARACTERS ? statement : shortened(statement);
  }
  return layer === 'relay' || layer === 'consumer' ? text(values, 'messaging.destination.name') : '';
}

function shortened(statement: string): string {
  const beginning = statement.slice(0, STATEMENT_CHARACTERS - ENDING_CHARACTERS);
  // Copied, since a part of a string holds the whole of it in memory.
  return Buffer.from(`${beginning}…${statement.slice(-ENDING_CHARACTERS)}`).toString();
}

function outcomeOf(span: OtlpSpan, values: Attributes): { outcome: Outcome; problem: string } {
  const grpc = Number(values.get('rpc.grpc.status_code') ?? values.get('rpc.response.status_code') ?? 0);
  if (grpc > 0) return { outcome: GRPC_FAILURES.has(grpc) ? 'failed' : 'refused', problem: `gRPC ${grpc}` };
  const http = Number(values.get('http.response.status_code') ?? 0);
  if (http >= HTTP_FAILURE) return { outcome: 'failed', problem: `HTTP ${http}` };
  if (http >= HTTP_REFUSAL) {
    return { outcome: span.kind === SERVER ? 'refused' : 'failed', problem: `HTTP ${http}` };
  }
  if (span.status.code !== ERROR) return { outcome: 'ok', problem: '' };
  const problem = text(values, 'db.response.status_code') || text(values, 'error.type');
  return { outcome: 'failed', problem: problem.slice(0, 64) || 'error' };
}

function text(values: Attributes, key: string): string {
  const value = values.get(key);
  return value === undefined ? '' : String(value);
}
