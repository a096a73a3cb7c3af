import type { StopPlan } from './pid-files.ts';

/** A service gives its own stop 25 s; see packages/runtime. */
const SERVICE_STOP_MS = 28_000;

/** Front to back: no more requests, then no more work, then the servers; Postgres last, since all others write to it. */
export const STOP = {
  start: { stage: 0, signal: 'SIGTERM', timeoutMs: 60_000 },
  gateway: { stage: 1, signal: 'SIGTERM', timeoutMs: SERVICE_STOP_MS },
  service: { stage: 2, signal: 'SIGTERM', timeoutMs: SERVICE_STOP_MS },
  /** After all who send to it. */
  telemetryStore: { stage: 3, signal: 'SIGTERM', timeoutMs: 5_000 },
  redis: { stage: 3, signal: 'SIGTERM', timeoutMs: 5_000 },
  nats: { stage: 3, signal: 'SIGTERM', timeoutMs: 10_000 },
  /** SIGINT is Postgres's fast shutdown: sessions are ended, a checkpoint is written. */
  postgres: { stage: 4, signal: 'SIGINT', timeoutMs: 20_000 },
} as const satisfies Record<string, StopPlan>;
