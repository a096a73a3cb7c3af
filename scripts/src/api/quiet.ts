import { setTimeout as sleep } from 'node:timers/promises';
import { isAtRest, type Health } from './at-rest.ts';
import type { ApiSession } from './session.ts';

const POLL_MS = 40;
const STUCK_AFTER_MS = 60_000;

/**
 * Waits until every outbox and consumer is empty and, after a jump of the clock, every sweep has passed `now`
 * (business time, RFC 3339): one look shows it (`isAtRest`). However long that takes on a busy day, it goes on while
 * anything moves; throws what is stuck when nothing did for a minute, unless told to wait longer.
 */
export async function untilQuiet(operator: ApiSession, now = '', stillMs = STUCK_AFTER_MS): Promise<void> {
  let movedAt = performance.now();
  let seen: string | undefined;
  for (;;) {
    const askedAt = performance.now();
    const health = await operator.get<Health>('/operations/health');
    const tookMs = performance.now() - askedAt;
    if (isAtRest(health, now)) return;
    const standing = JSON.stringify(
      health.services.map(({ consumers, outboxUnpublished }) => [consumers, outboxUnpublished]),
    );
    if (standing !== seen) movedAt = performance.now();
    seen = standing;
    if (performance.now() - movedAt > stillMs)
      throw new Error(`not quiet, and nothing moved for ${stillMs / 1000} s: ${JSON.stringify(health)}`);
    // A machine so busy that it answers late is not kept busy by being asked.
    await sleep(Math.max(POLL_MS, tookMs));
  }
}

/** Moves the rehearsal clock forward and waits until everything due by then has happened. */
export async function advanceTo(operator: ApiSession, to: string): Promise<void> {
  const { now } = await operator.get<{ now: string }>('/operations/clock');
  if (new Date(to) > new Date(now)) await operator.post('/operations/clock:advance', { to });
  await untilQuiet(operator, new Date(to).toISOString());
}
