import type { Clock } from '@huiyin/kernel/clock';
import type { EventEnvelope, EventRun } from '@huiyin/kernel/event';
import type pg from 'pg';
import type { StatementHook } from './query.ts';
import { inOneTrip } from './transaction.ts';

/** Makes a literal of a text. */
type Literal = (text: string) => string;

/**
 * Moves a foreign stream's cursor past events about which nothing is done here, and notes their ids: one message to the
 * database and back, which the server runs as one transaction. Most events are of no concern to most services, so this
 * is what a service mostly does. Answers false, with nothing done, when they are not the next ones.
 */
export async function noteInOneTrip(
  options: {
    readonly pool: pg.Pool;
    readonly clock: Clock;
    readonly beforeStatement?: StatementHook | undefined;
  },
  run: EventRun,
): Promise<boolean> {
  const [first] = run;
  const { version: last } = run.at(-1) ?? first;
  if (last - first.version !== run.length - 1) return false;
  const results = await inOneTrip({ ...options, tenant: first.tenant }, (literal) =>
    noting(first, last, {
      literal,
      ids: run.map(({ id }) => literal(id)).join(', '),
      at: literal(options.clock.now().toISOString()),
    }),
  );
  return results.at(-1)?.rowCount === run.length;
}

function noting(
  { tenant, service, stream, version }: EventEnvelope,
  last: number,
  { literal, ids, at }: { readonly literal: Literal; readonly ids: string; readonly at: string },
): string {
  const [t, source, name] = [literal(tenant), literal(service), literal(stream)];
  // Only a stream's first event may make its cursor.
  const moved =
    version === 1
      ? `insert into consumed (tenant, source, stream, version) values (${t}, ${source}, ${name}, ${last})
         on conflict (tenant, source, stream) do update set version = excluded.version where consumed.version = 0
         returning 1`
      : `update consumed set version = ${last}
         where tenant = ${t} and source = ${source} and stream = ${name} and version = ${version - 1} returning 1`;
  return `with moved as (${moved})
    insert into inbox (tenant, source, event_id, received_at)
    select ${t}, ${source}, id, ${at} from unnest(array[${ids}]::uuid[]) as told(id)
    where exists (select from moved)`;
}
