import type { Schemas } from '../api/client.ts';
import { durationText } from './bar.ts';

type Edge = Schemas['ServiceMapEdge'];

export const KINDS: Readonly<Record<Edge['kind'], string>> = {
  http: 'HTTP',
  grpc: 'gRPC',
  database: '数据库',
  cache: '缓存',
  send: '发出事件',
  delivery: '送达事件',
  event: '事件',
};

const NAMES: Readonly<Record<string, string>> = {
  clients: '浏览器',
  nats: 'NATS',
  postgres: 'Postgres',
  redis: 'Redis',
};

/** A box as it is called in the drawing and in the table; services by their own names. */
export function boxName(name: string): string {
  return NAMES[name] ?? name;
}

/** The stretch that edges were counted in, in seconds; undefined for one request. */
export type Stretch = number | undefined;

/** `12.4 次/分`, or `3 次` of one request. */
export function callsText(calls: number, seconds: Stretch): string {
  if (seconds === undefined) return `${calls} 次`;
  const aMinute = (calls * 60) / Math.max(60, seconds);
  if (aMinute < 0.1) return '不到 0.1 次/分';
  return `${aMinute < 10 ? aMinute.toFixed(1) : Math.round(aMinute)} 次/分`;
}

/** `3%`; what is less than one in a hundred is not nothing. */
export function failedShare({ calls, failed }: Pick<Edge, 'calls' | 'failed'>): string {
  const share = (failed / Math.max(1, calls)) * 100;
  return share > 0 && share < 1 ? '<1%' : `${Math.round(share)}%`;
}

/** `失败 3%`. */
export function failedText(edge: Pick<Edge, 'calls' | 'failed'>): string {
  return `失败 ${failedShare(edge)}`;
}

/** `p95 8.2 ms`, of a single call its time. */
export function timeText({ calls, p95Us }: Pick<Edge, 'calls' | 'p95Us'>): string {
  return calls === 1 ? durationText(p95Us) : `p95 ${durationText(p95Us)}`;
}

/** All that an edge says, for who cannot see the drawing and for who points at a line. */
export function edgeText(edge: Edge, seconds: Stretch): string {
  const { caller, callee, kind, slow } = edge;
  const ends = `${boxName(caller)} → ${boxName(callee)}`;
  const figures = [KINDS[kind], callsText(edge.calls, seconds), failedText(edge), timeText(edge)];
  return [ends, ...figures, ...(slow ? ['慢'] : [])].join(' · ');
}
