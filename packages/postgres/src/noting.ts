import type { Clock } from '@huiyin/kernel/clock';
import type { EventEnvelope } from '@huiyin/kernel/event';
import type pg from 'pg';
import type { Run } from './cursors.ts';
import type { StatementHook } from './query.ts';
import { inOneTrip } from './transaction.ts';

/** Makes a literal of a text. */
type Literal = (text: string) => string;

/**
 * Moves cursors of foreign streams past events about which nothing is done here, and notes their ids: one message to the
 * database and back, which the server runs as one transaction. Most events are of no concern to most services, so this
 * is what a service mostly does. A run that begins its stream must come alone. Answers the ids of the events of those
 * runs that are the next ones; of the others nothing is done.
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
  const results = await inOneTrip({ ...options, tenant: any.tenant }, (literal) => {
    const at = literal(options.clock.now().toISOString());
    return noting(any, runs, { literal, at });
  });
  const noted = (results.at(-1)?.rows ?? []) as readonly { readonly event_id: string }[];
  return new Set(noted.map(({ event_id: id }) => id));
}

function noting(
  { tenant, service, version }: EventEnvelope,
  runs: readonly Run[],
  { literal, at }: { readonly literal: Literal; readonly at: string },
): string {
  const [t, source] = [literal(tenant), literal(service)];
  const told = runs.map(({ stream, first, last }) => `(${literal(stream)}, ${first}, ${last})`).join(', ');
  const events = runs
    .flatMap((run) => run.events.map(({ id }) => `(${literal(id)}::uuid, ${literal(run.stream)})`))
    .join(', ');
  // Only a stream's first event may make its cursor. The others are locked in the order of their streams.
  const moved =
    version === 1
      ? `moved as (
           insert into consumed (tenant, source, stream, version) select ${t}, ${source}, stream, last from told
           on conflict (tenant, source, stream) do update set version = excluded.version where consumed.version = 0
           returning stream)`
      : `found as materialized (
           select stream, version from consumed
           where tenant = ${t} and source = ${source} and stream in (select stream from told)
           order by stream collate "C" for update),
         moved as (
           update consumed set version = told.last from told join found using (stream)
           where consumed.tenant = ${t} and consumed.source = ${source} and consumed.stream = told.stream
             and found.version = told.first - 1
           returning consumed.stream)`;
  return `with told (stream, first, last) as (values ${told}),
    ${moved}
    insert into inbox (tenant, source, event_id, received_at)
    select ${t}, ${source}, id, ${at} from (values ${events}) as event (id, stream)
    where stream in (select stream from moved) returning event_id`;
}
