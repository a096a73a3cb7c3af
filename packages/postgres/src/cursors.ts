import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from './query.ts';

/** Events of one foreign stream, each right after the one before. */
export interface Run {
  readonly stream: string;
  readonly first: number;
  readonly last: number;
  readonly events: readonly EventEnvelope[];
}

/**
 * The runs of a batch in the order of their streams, in which whatever they need is locked, so that two batches at the
 * same time cannot wait for each other. Left out are streams of whose events some is missing in between.
 */
export function runsOf(batch: EventBatch): readonly Run[] {
  const byStream = [...Map.groupBy(batch, ({ stream }) => stream)];
  return byStream
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([stream, events]) => {
      const first = events[0]?.version ?? 0;
      const follow = events.every(({ version }, index) => version === first + index);
      return follow ? [{ stream, events, first, last: first + events.length - 1 }] : [];
    });
}

/**
 * The cursor's row lock makes the events of one foreign stream follow each other, whichever replica has them. Only the
 * first event of a stream has to make it. Answers the last version that was applied.
 */
export async function lockCursor(tx: Tx, event: EventEnvelope): Promise<number> {
  const known = await lockExistingCursor(tx, event);
  if (known !== undefined) return known;
  await execute(
    tx,
    'insert into consumed (tenant, source, stream, version) values ($1, $2, $3, 0) on conflict do nothing',
    [event.tenant, event.service, event.stream],
  );
  return (await lockExistingCursor(tx, event)) ?? 0;
}

async function lockExistingCursor(tx: Tx, event: EventEnvelope): Promise<number | undefined> {
  const row = await maybeRow<{ version: number }>(
    tx,
    'select version from consumed where tenant = $1 and source = $2 and stream = $3 for update',
    [event.tenant, event.service, event.stream],
  );
  return row?.version;
}

/** Locks the cursors of several streams; answers the runs that come next there. */
export async function lockCursors(
  tx: Tx,
  { tenant, service }: EventEnvelope,
  runs: readonly Run[],
): Promise<readonly Run[]> {
  const begun = runs.filter(({ first }) => first === 1).map(({ stream }) => stream);
  // Before any is locked: who waits for a row that another one makes must not hold what the other waits for.
  if (begun.length > 0) {
    await execute(
      tx,
      `insert into consumed (tenant, source, stream, version)
       select $1, $2, stream, 0 from unnest($3::text[]) as begun(stream) on conflict do nothing`,
      [tenant, service, begun],
    );
  }
  const cursors = await rows<{ stream: string; version: number }>(
    tx,
    `select stream, version from consumed where tenant = $1 and source = $2 and stream = any($3)
     order by stream collate "C" for update`,
    [tenant, service, runs.map(({ stream }) => stream)],
  );
  const versions = new Map(cursors.map(({ stream, version }) => [stream, version]));
  return runs.filter(({ stream, first }) => versions.get(stream) === first - 1);
}

/**
 * The cursors move on to the last event of each run and the events' ids are noted, in one round trip under the cursors'
 * locks. Answers how many were new.
 */
export function moveOnAndNote(
  tx: Tx,
  { tenant, service }: EventEnvelope,
  { runs, at }: { readonly runs: readonly Run[]; readonly at: Date },
): Promise<number> {
  return execute(
    tx,
    `with moved as (
       update consumed set version = run.last
       from unnest($3::text[], $4::bigint[]) as run(stream, last)
       where tenant = $1 and source = $2 and consumed.stream = run.stream
     )
     insert into inbox (tenant, source, event_id, received_at)
     select $1, $2, id, $6 from unnest($5::uuid[]) as told(id) on conflict do nothing`,
    [
      ...[tenant, service, runs.map(({ stream }) => stream), runs.map(({ last }) => last)],
      ...[runs.flatMap(({ events }) => events.map(({ id }) => id)), at],
    ],
  );
}

/** The last version of a foreign stream applied here; 0 when none. */
export async function readCursor(tx: Tx, tenant: string, source: string, stream: string): Promise<number> {
  const row = await maybeRow<{ version: number }>(
    tx,
    'select version from consumed where tenant = $1 and source = $2 and stream = $3',
    [tenant, source, stream],
  );
  return row?.version ?? 0;
}
