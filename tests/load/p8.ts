import type { BenchRow } from '@huiyin/scripts/bench/bench-row';
import { seededRandom } from '@huiyin/demo-city/random';
import type { Replicas } from '@huiyin/testkit/running-system';
import { makeTrouble } from '../system/replicas/trouble.ts';
import { openCityOfClocks, type Batch, type CityOfClocks } from './clocks/city-of-clocks.ts';
import { fire, proveFiredOnce } from './clocks/fire.ts';
import { ROUNDS, type Work, type WorkContext } from './work.ts';

const CLOCKS = { full: 100_000, quick: 10_000 };
const COUNTS = [1, 2, 4] as const;
/** A rate that noise alone makes out of the same rate; below it has fallen. */
const NOT_FALLEN = 0.9;

/** The same assignment day by one, two and four replicas, in turn; and once while they come and are killed. */
export const p8: Work = {
  ids: ['P8'],
  async run(context) {
    const clocks = context.options.quick ? CLOCKS.quick : CLOCKS.full;
    const batches = ROUNDS * COUNTS.length + 1;
    const city = await openCityOfClocks(context, { batches, clocks });
    try {
      return await measure(city, context, clocks);
    } finally {
      await city.close();
    }
  },
};

async function measure(
  city: CityOfClocks,
  { say }: WorkContext,
  clocks: number,
): Promise<readonly BenchRow[]> {
  const rates = new Map(COUNTS.map((count) => [count, [] as number[]]));
  const waiting = [...city.batches];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const count of COUNTS) {
      const rate = await rateWith(city, next(waiting), count);
      rates.get(count)?.push(rate);
      say(`round ${round + 1} of ${ROUNDS}: ${count} replicas, ${rate.toFixed(0)} clocks a second`);
    }
  }
  const troubled = await rateInTrouble(city, next(waiting));
  say(`in trouble ${JSON.stringify(troubled.done)}: ${troubled.rate.toFixed(0)} clocks a second`);
  const size = `${clocks} clocks due at one instant`;
  const alone = { unit: '/s', rounds: rates.get(1) ?? [] } as const;
  const rows = COUNTS.map((count): BenchRow => {
    const what = `clocks a second by ${count} ${count === 1 ? 'replica' : 'replicas'}, each fired once`;
    const row = { work: 'P8', size, what, measured: { unit: '/s', rounds: rates.get(count) ?? [] } } as const;
    if (count === 1) return row;
    return { ...row, what: `${what}; floor: one`, floor: alone, goal: { atLeast: NOT_FALLEN } };
  });
  const { kill, pause } = troubled.done;
  const what = `the same while replicas are added (1 to 4), killed (${kill}) and paused (${pause}), each fired once`;
  return [...rows, { work: 'P8', size, what, measured: { unit: '/s', rounds: [troubled.rate] } }];
}

function next(waiting: Batch[]): Batch {
  const batch = waiting.shift();
  if (batch === undefined) throw new Error('there are as many batches as rounds');
  return batch;
}

async function rateWith(city: CityOfClocks, batch: Batch, count: number): Promise<number> {
  const added = count === 1 ? [] : [await city.system.addReplicas('supervision', { from: 1, to: count })];
  try {
    const seconds = await fire(city, batch);
    await proveFiredOnce(city.database, batch);
    return batch.clocks / seconds;
  } finally {
    await stopAll(added);
  }
}

/** Begins with one replica; the others come while it works, and any of them is killed or paused at any time. */
async function rateInTrouble(
  city: CityOfClocks,
  batch: Batch,
): Promise<{ readonly rate: number; readonly done: Readonly<Record<'kill' | 'pause', number>> }> {
  const firing = fire(city, batch);
  // Awaited below; until then its failure waits.
  firing.catch(() => undefined);
  const added = [await city.system.addReplicas('supervision', { from: 1, to: 4 })];
  const trouble = makeTrouble(city.system.run, 'supervision', seededRandom('bench'), { kill: 2, pause: 1 });
  try {
    const seconds = await firing.finally(() => trouble.end());
    await proveFiredOnce(city.database, batch);
    return { rate: batch.clocks / seconds, done: trouble.done };
  } finally {
    await stopAll(added);
  }
}

async function stopAll(added: readonly Replicas[]): Promise<void> {
  for (const replicas of added) await replicas.stop();
}
