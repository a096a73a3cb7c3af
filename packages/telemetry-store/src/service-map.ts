import type { Edge } from './answers.ts';
import type { KeptSpan } from './kept.ts';
import { SLOW_US } from './slow.ts';

interface Calls {
  readonly caller: string;
  readonly callee: string;
  readonly kind: Edge['kind'];
  readonly slowUs: number;
  readonly durations: number[];
  failed: number;
}

const SERVER = 2;
const CLIENT = 3;
/** How the instrumentation names a call: `grpc.huiyin.intake.v1.IntakeService/WithdrawSuggestion`. */
const CALLED = /huiyin\.([a-z]+)\.v\d/;
/** Served by every process, so that its name does not say which one did not answer. */
const SERVED_BY_ALL = 'operations';

/**
 * Who calls whom: one edge for each pair and kind, with counts and quantiles of what the caller waited or the handling
 * took. Busiest first. Events go through the broker: sent to it, delivered by it, and once more from sender to
 * handler. Only spans that began at `sinceUs` or later count.
 */
export function serviceMap(traces: readonly (readonly KeptSpan[])[], sinceUs = 0): readonly Edge[] {
  const edges = new Map<string, Calls>();
  for (const spans of traces) {
    const near = nearnessOf(spans);
    for (const span of spans) {
      if (span.startUs < sinceUs) continue;
      for (const ends of endsOf(span, near)) count(edges, ends, span);
    }
  }
  return [...edges.values()]
    .map(({ durations, caller, callee, kind, failed, slowUs }) => {
      const sorted = durations.toSorted((one, other) => one - other);
      const [p50Us, p95Us] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
      return { caller, callee, kind, calls: sorted.length, failed, p50Us, p95Us, slow: p95Us > slowUs };
    })
    .toSorted((one, other) => other.calls - one.calls);
}

type Ends = Pick<Calls, 'caller' | 'callee' | 'kind'>;

function count(edges: Map<string, Calls>, ends: Ends, { layer, durationUs, outcome }: KeptSpan): void {
  const key = `${ends.caller} ${ends.callee} ${ends.kind}`;
  const calls = edges.get(key) ?? { ...ends, slowUs: SLOW_US[layer], durations: [], failed: 0 };
  edges.set(key, calls);
  calls.durations.push(durationUs);
  if (outcome === 'failed') calls.failed += 1;
}

interface Nearness {
  readonly byId: ReadonlyMap<string, KeptSpan>;
  /** Who answered a call, by the id of the caller's span. */
  readonly answeredBy: ReadonlyMap<string, string>;
}

function nearnessOf(spans: readonly KeptSpan[]): Nearness {
  const answers = spans.filter(({ layer, kind }) => layer === 'grpc' && kind === SERVER);
  return {
    byId: new Map(spans.map((span) => [span.spanId, span])),
    answeredBy: new Map(answers.map(({ parentSpanId, service }) => [parentSpanId, service])),
  };
}

/** Empty for what stays within one process and for calls of which an end was not kept. */
function endsOf(span: KeptSpan, { byId, answeredBy }: Nearness): readonly Ends[] {
  const { layer, kind, service } = span;
  switch (layer) {
    case 'database':
      return [{ caller: service, callee: 'postgres', kind: 'database' }];
    case 'cache':
      return [{ caller: service, callee: 'redis', kind: 'cache' }];
    case 'http':
      return kind === SERVER ? [{ caller: 'clients', callee: service, kind: 'http' }] : [];
    case 'grpc': {
      if (kind !== CLIENT) return [];
      const callee = answeredBy.get(span.spanId) ?? calledBy(span);
      return callee === undefined ? [] : [{ caller: service, callee, kind: 'grpc' }];
    }
    case 'relay':
      return [{ caller: service, callee: 'nats', kind: 'send' }];
    case 'consumer': {
      const sender = span.causes.map(({ spanId }) => byId.get(spanId)).find((cause) => cause !== undefined);
      const delivery: Ends = { caller: 'nats', callee: service, kind: 'delivery' };
      if (sender === undefined) return [delivery];
      return [delivery, { caller: sender.service, callee: service, kind: 'event' }];
    }
    case 'internal':
      return [];
  }
}

/** Whom a call was meant for that nobody is known to have answered: who does not run leaves no span of his own. */
function calledBy({ name, outcome }: KeptSpan): string | undefined {
  const [, called] = CALLED.exec(name) ?? [];
  return outcome === 'failed' && called !== SERVED_BY_ALL ? called : undefined;
}

/** Nearest rank; `sorted` is not empty. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
