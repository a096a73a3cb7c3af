import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiSession } from './session.ts';

interface Health {
  readonly up: boolean;
  readonly quiet: boolean;
  readonly services: readonly {
    readonly service: string;
    readonly sweptUntil?: string;
    readonly outboxUnpublished: number;
    readonly consumers: readonly { readonly deliveredSequence: number }[];
  }[];
}

const POLL_MS = 40;
const STUCK_AFTER_MS = 60_000;

/**
 * Waits until every outbox and consumer is empty and, after a jump of the clock, every sweep has passed `now`
 * (business time, RFC 3339). One look asks the services one after another, so an event can slip through between two
 * of them; two quiet looks with the same counts of delivered events prove that none did. However long that takes on a
 * busy day, it goes on while anything moves; throws what is stuck when nothing did for a minute, unless told to wait
 * longer.
 */
export async function untilQuiet(operator: ApiSession, now = '', stillMs = STUCK_AFTER_MS): Promise<void> {
  let movedAt = performance.now();
  let seen: string | undefined;
  let wasQuiet = false;
  for (;;) {
    const askedAt = performance.now();
    const health = await operator.get<Health>('/operations/health');
    const tookMs = performance.now() - askedAt;
    const swept = health.services.every(({ sweptUntil }) => sweptUntil === undefined || sweptUntil >= now);
    const standing = JSON.stringify(
      health.services.map(({ consumers, outboxUnpublished }) => [consumers, outboxUnpublished]),
    );
    const quiet = health.up && health.quiet && swept;
    if (quiet && wasQuiet && standing === seen) return;
    if (standing !== seen) movedAt = performance.now();
    seen = standing;
    wasQuiet = quiet;
    if (performance.now() - movedAt > stillMs)
      throw new Error(`not quiet, and nothing moved for ${stillMs / 1000} s: ${JSON.stringify(health)}`);
    // A machine so busy that it answers late is not kept busy by being asked; what is quiet is looked at again at once.
    if (!quiet) await sleep(Math.max(POLL_MS, tookMs));
  }
}

/** Moves the rehearsal clock forward and waits until everything due by then has happened. */
export async function advanceTo(operator: ApiSession, to: string): Promise<void> {
  const { now } = await operator.get<{ now: string }>('/operations/clock');
  if (new Date(to) > new Date(now)) await operator.post('/operations/clock:advance', { to });
  await untilQuiet(operator, new Date(to).toISOString());
}
