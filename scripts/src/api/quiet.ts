import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiSession } from './session.ts';

interface Health {
  readonly up: boolean;
  readonly quiet: boolean;
  readonly services: readonly {
    readonly service: string;
    readonly deadLetters: number;
    readonly sweptUntil?: string;
  }[];
}

const POLL_MS = 40;
const GIVE_UP_MS = 60_000;
/** Quiet must hold in so many looks in a row: between two services an event is nowhere for a moment. */
const LOOKS = 3;

/**
 * Waits until every outbox and consumer is empty and, after a jump of the clock, every sweep has passed `now`
 * (business time, RFC 3339). Throws what still moves after a minute.
 */
export async function untilQuiet(operator: ApiSession, now = ''): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  let quietLooks = 0;
  for (;;) {
    const health = await operator.get<Health>('/operations/health');
    const swept = health.services.every(({ sweptUntil }) => sweptUntil === undefined || sweptUntil >= now);
    quietLooks = health.up && health.quiet && swept ? quietLooks + 1 : 0;
    if (quietLooks >= LOOKS) return;
    if (performance.now() > giveUpAt)
      throw new Error(`not quiet after ${GIVE_UP_MS / 1000} s: ${JSON.stringify(health)}`);
    await sleep(POLL_MS);
  }
}

/** Moves the rehearsal clock forward and waits until everything due by then has happened. */
export async function advanceTo(operator: ApiSession, to: string): Promise<void> {
  const { now } = await operator.get<{ now: string }>('/operations/clock');
  if (new Date(to) > new Date(now)) await operator.post('/operations/clock:advance', { to });
  await untilQuiet(operator, new Date(to).toISOString());
}
