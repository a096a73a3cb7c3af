import type { Clock } from '@huiyin/kernel/clock';
import type pg from 'pg';
import { idsIn, movingOn, type Run } from './cursors.ts';
import type { StatementHook } from './query.ts';
import { inOneTrip } from './transaction.ts';

/**
 * Moves cursors of foreign streams past events about which nothing is done here, and notes their ids: one message to the
 * database and back, which the server runs as one transaction. Most events are of no concern to most services, so this
 * is what a service mostly does. Answers the ids of the events of those runs that are the next ones; of the others
 * nothing is done.
 */
export async function noteInOneTrip(
  options: {
    readonly pool: pg.Pool;
    readonly clock: Clock;
    readonly beforeStatement?: StatementHook | undefined;
  },
  runs: readonly Run[],
): Promise<ReadonlySet<string>> {
  const [any] = runs.flatMap(({ events }) => events);
  if (any === undefined) return new Set();
  const at = options.clock.now();
  const moved = await inOneTrip({ ...options, tenant: any.tenant }, (literal) =>
    movingOn(any, { runs, at }, literal),
  );
  return idsIn(moved);
}
