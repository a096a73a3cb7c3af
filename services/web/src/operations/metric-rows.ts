import type { Schemas } from '../api/client.ts';

type Series = Schemas['MetricSeries'];

/** What was asked of a service under one name, all its replicas together. */
export interface RequestKind {
  readonly service: string;
  readonly name: string;
  readonly count: number;
  /** Answered with a reason why not. */
  readonly refused: number;
  /** Not answered as they should have been. */
  readonly failed: number;
  /** Seconds. */
  readonly p50: number;
  readonly p95: number;
}

/** What one process uses. */
export interface ProcessUse {
  readonly service: string;
  readonly instance: string;
  /** Share of one core. */
  readonly cpu: number | undefined;
  /** Bytes. */
  readonly memory: number | undefined;
  /** Seconds. */
  readonly loopDelay: number | undefined;
  readonly connectionsUsed: number | undefined;
  readonly connectionsAwaited: number | undefined;
  /** Seconds. */
  readonly outboxAge: number | undefined;
  /** Seconds. */
  readonly sweepLag: number | undefined;
  /** Seconds. */
  readonly colourLag: number | undefined;
  readonly withoutOwner: number | undefined;
}

/** Requests by service and route or method, the slowest first. */
export function requestsOf(series: readonly Series[]): readonly RequestKind[] {
  const kinds = new Map<string, RequestKind & { readonly largest: number }>();
  for (const one of series) {
    const { service, distribution } = one;
    const name = nameOf(one);
    if (name === undefined || distribution === undefined) continue;
    const key = `${service} ${name}`;
    const { count, p50, p95 } = distribution;
    const outcome = outcomeOf(one);
    const nothing = { count: 0, refused: 0, failed: 0, p50: 0, p95: 0, largest: 0 };
    const before = kinds.get(key) ?? { service, name, ...nothing };
    kinds.set(key, {
      ...before,
      count: before.count + count,
      refused: before.refused + (outcome === 'refused' ? count : 0),
      failed: before.failed + (outcome === 'failed' ? count : 0),
      // Of several series the one that most requests are in speaks for the middle, the slowest for the end.
      p50: count > before.largest ? p50 : before.p50,
      largest: Math.max(count, before.largest),
      p95: Math.max(before.p95, p95),
    });
  }
  return [...kinds.values()].map(({ largest: _, ...kind }) => kind).toSorted((a, b) => b.p95 - a.p95);
}

function nameOf({ name, attributes }: Series): string | undefined {
  if (name === 'http.server.request.duration')
    return `${attributes['http.request.method'] ?? ''} ${attributes['http.route'] ?? '/'}`;
  if (name === 'rpc.server.call.duration') return attributes['rpc.method']?.split('/').at(-1);
  return undefined;
}

function outcomeOf({ attributes }: Series): 'ok' | 'refused' | 'failed' {
  const error = attributes['error.type'];
  const status = Number(attributes['http.response.status_code'] ?? 0);
  if (error === 'fault' || status >= 500) return 'failed';
  return error !== undefined || status >= 400 ? 'refused' : 'ok';
}

/** One row a process, by name. */
export function processesOf(series: readonly Series[]): readonly ProcessUse[] {
  const processes = new Map<string, Series[]>();
  for (const one of series) {
    const key = `${one.service} ${one.instance}`;
    processes.set(key, [...(processes.get(key) ?? []), one]);
  }
  return [...processes.values()].map(useOf).toSorted((a, b) => a.service.localeCompare(b.service));
}

function useOf(series: readonly Series[]): ProcessUse {
  const [first] = series;
  const sumOf = (name: string, state?: string): number | undefined => {
    const found = series.filter(
      (one) =>
        one.name === name && (state === undefined || one.attributes['db.client.connection.state'] === state),
    );
    return found.length === 0 ? undefined : found.reduce((sum, { value = 0 }) => sum + value, 0);
  };
  return {
    service: first?.service ?? '',
    instance: first?.instance ?? '',
    cpu: sumOf('process.cpu.utilization'),
    memory: sumOf('process.memory.usage'),
    loopDelay: sumOf('nodejs.eventloop.delay.p99'),
    connectionsUsed: sumOf('db.client.connection.count', 'used'),
    connectionsAwaited: sumOf('db.client.connection.pending_requests'),
    outboxAge: sumOf('huiyin.outbox.age'),
    sweepLag: sumOf('huiyin.sweep.lag'),
    colourLag: sumOf('huiyin.colour.lag'),
    withoutOwner: sumOf('huiyin.cases.without_owner'),
  };
}
