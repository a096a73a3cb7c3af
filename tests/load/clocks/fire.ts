import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Batch, CityOfClocks } from './city-of-clocks.ts';

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 900_000;

/** Lets business time come to a batch's midnight; answers the seconds until nothing of it is due any more. */
export async function fire({ operator, database }: CityOfClocks, batch: Batch): Promise<number> {
  const startedAt = performance.now();
  const to = new Date(batch.turnsAt.getTime() + 1_000).toISOString();
  await operator.post('/operations/clock:advance', { to });
  while (await isDue(database, batch)) {
    if (performance.now() - startedAt > PATIENCE_MS) throw new Error('the sweep does not come to its end');
    await sleep(LOOK_EVERY_MS);
  }
  return (performance.now() - startedAt) / 1000;
}

async function isDue(database: pg.Client, { turnsAt }: Batch): Promise<boolean> {
  const { rows } = await database.query<{ due: boolean }>({
    name: 'is-due',
    text: 'select exists (select from clock where next_change_at <= $1) as due',
    values: [turnsAt],
  });
  return rows[0]?.due === true;
}

/** What each clock of a batch must have told, once, at its midnight. */
const TOLD = [`type = 'colour-changed'`, `type = 'clock-missed'`, `type = 'unit-urged'`];

/** Throws unless every clock of the batch fired once and none twice (I6), and no event is missing in a stream. */
export async function proveFiredOnce(database: pg.Client, { clocks, turnsAt }: Batch): Promise<void> {
  for (const kind of TOLD) {
    const { rows } = await database.query<{ events: string; clocks: string }>(
      `select count(*) as events, count(distinct payload ->> 'clockId') as clocks from event
       where ${kind} and occurred_at = $1`,
      [turnsAt],
    );
    const [told] = rows;
    if (Number(told?.events) !== clocks || Number(told?.clocks) !== clocks)
      throw new Error(`${clocks} clocks should have told ${kind} once: ${JSON.stringify(told)}`);
  }
  const { rows: gaps } = await database.query(
    `select from (select stream, version - row_number() over (partition by stream order by version) as skew
       from event where occurred_at = $1) as e group by stream having min(skew) <> max(skew) limit 1`,
    [turnsAt],
  );
  if (gaps.length > 0) throw new Error('a stream has a gap');
}
