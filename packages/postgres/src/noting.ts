import type pg from 'pg';
import { idsIn, movingOn, type Run } from './cursors.ts';
import type { StatementHook } from './query.ts';
import { inOneTrip, type StatementOf } from './transaction.ts';

/**
 * Moves cursors of foreign streams past events about which nothing is done here, and notes their ids: one message to the
 * database and back, which the server runs as one transaction. Most events are of no concern to most services, so this
 * is what a service mostly does. Answers the ids of the events of those runs that are the next ones; of the others
 * nothing is done.
 */
export async function noteInOneTrip(
  options: { readonly pool: pg.Pool; readonly beforeStatement?: StatementHook | undefined },
  runs: readonly Run[],
): Promise<ReadonlySet<string>> {
  const [first, ...others] = runs;
  if (first === undefined) return new Set();
  const [{ tenant }] = first.events;
  const statementOf: StatementOf = (literal) => movingOn([first, ...others], literal);
  return idsIn(await inOneTrip({ ...options, tenant }, statementOf));
}
