import type { Edge } from './answers.ts';
import type { KeptSpan } from './kept.ts';

interface Calls {
  readonly caller: string;
  readonly callee: string;
  readonly kind: Edge['kind'];
  readonly durations: number[];
  failed: number;
}

const SERVER = 2;

/** Who calls whom: one edge for each pair and kind, with counts and quantiles of what the callee took. Busiest first. */
export function serviceMap(traces: readonly (readonly KeptSpan[])[]): readonly Edge[] {
  const edges = new Map<string, Calls>();
  for (const spans of traces) {
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    for (const span of spans) {
      const ends = endsOf(span, byId);
      if (ends === undefined) continue;
      const key = `${ends.caller} ${ends.callee} ${ends.kind}`;
      const calls = edges.get(key) ?? { ...ends, durations: [], failed: 0 };
      edges.set(key, calls);
      calls.durations.push(span.durationUs);
      if (span.outcome === 'failed') calls.failed += 1;
    }
  }
  return [...edges.values()]
    .map(({ durations, caller, callee, kind, failed }) => {
      const sorted = durations.toSorted((one, other) => one - other);
      const calls = sorted.length;
      return {
        caller,
        callee,
        kind,
        calls,
        failed,
        p50Us: quantile(sorted, 0.5),
        p95Us: quantile(sorted, 0.95),
      };
    })
    .toSorted((one, other) => other.calls - one.calls);
}

type Ends = Pick<Calls, 'caller' | 'callee' | 'kind'>;

/** Undefined for what stays within one process and for calls whose caller was not kept. */
function endsOf(span: KeptSpan, byId: ReadonlyMap<string, KeptSpan>): Ends | undefined {
  const { layer, kind, service } = span;
  if (layer === 'database') return { caller: service, callee: 'postgres', kind: 'database' };
  if (layer === 'cache') return { caller: service, callee: 'redis', kind: 'cache' };
  if (layer === 'grpc' && kind === SERVER) {
    const caller = byId.get(span.parentSpanId)?.service;
    return caller === undefined ? undefined : { caller, callee: service, kind: 'grpc' };
  }
  if (layer !== 'consumer') return undefined;
  const sender = span.causes.map(({ spanId }) => byId.get(spanId)).find((cause) => cause !== undefined);
  return sender === undefined ? undefined : { caller: sender.service, callee: service, kind: 'event' };
}

/** Nearest rank; `sorted` is not empty. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
