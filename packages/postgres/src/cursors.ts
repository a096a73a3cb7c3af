import type { EventBatch } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import { maybeRow } from './query.ts';

/** Events of one foreign stream, each right after the one before. */
export interface Run {
  readonly stream: string;
  readonly first: number;
  readonly last: number;
  readonly events: EventBatch;
}

/** Runs of one tenant's events, recorded by one service. */
export type Runs = readonly [Run, ...Run[]];

/**
 * The runs of a batch in the order of their streams, in which whatever they need is locked, so that two batches at the
 * same time cannot wait for each other. Left out are streams of whose events some is missing in between.
 */
export function runsOf(batch: EventBatch): readonly Run[] {
  const byStream = [...Map.groupBy(batch, ({ stream }) => stream)];
  return byStream
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([stream, [head, ...others]]) => (head === undefined ? [] : runOf(stream, [head, ...others])));
}

function runOf(stream: string, events: EventBatch): readonly Run[] {
  const first = events[0].version;
  const follow = events.every(({ version }, index) => version === first + index);
  return follow ? [{ stream, events, first, last: first + events.length - 1 }] : [];
}

/**
 * The statement that moves the cursors of those runs that come next past their last events and answers the ids of these,
 * which are noted (migration 0006_move_on). It is no constant text: its values are literals.
 */
export function movingOn(runs: Runs, literal: (text: string) => string): string {
  const [{ service }] = runs[0].events;
  const texts = (list: readonly string[]): string => `array[${list.map(literal).join(', ')}]`;
  const events = runs.flatMap(({ stream, events: own }) => own.map(({ id }) => ({ id, stream })));
  const values = [
    literal(service),
    `${texts(runs.map(({ stream }) => stream))}::text[]`,
    `array[${runs.map(({ first }) => first).join(', ')}]::bigint[]`,
    `array[${runs.map(({ last }) => last).join(', ')}]::bigint[]`,
    `${texts(events.map(({ id }) => id))}::uuid[]`,
    `${texts(events.map(({ stream }) => stream))}::text[]`,
  ];
  return `select moved_on as id from huiyin_move_on(${values.join(', ')}) as moved_on`;
}

/** What `movingOn` answered. */
export function idsIn(moved: readonly unknown[]): ReadonlySet<string> {
  return new Set(moved.map((row) => (row as { readonly id: string }).id));
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
