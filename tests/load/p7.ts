import type { BenchRow } from '@huiyin/scripts/bench/bench-row';
import { median } from '@huiyin/scripts/bench/statistics';
import { startRunningSystem } from '@huiyin/testkit/running-system';
import { openIdleSupervision, type IdleSupervision } from './clocks/idle-supervision.ts';
import { ROUNDS, type Work, type WorkContext } from './work.ts';

const SIZES = { quick: [10_000, 100_000], full: [10_000, 1_000_000], huge: [10_000, 1_000_000, 10_000_000] };
/** Looks of one round; each takes a millisecond or two. */
const SWEEPS = 200;
const GROWTH = 1.5;

/** Sweeps that find nothing due, over ever more clocks that wait; the smallest number is what the others are held against. */
export const p7: Work = {
  ids: ['P7'],
  async run(context) {
    const { quick, huge } = context.options;
    const sizes = SIZES[quick ? 'quick' : huge ? 'huge' : 'full'];
    const system = await startRunningSystem('bench-idle', { only: ['directory'], seed: false });
    const opened: IdleSupervision[] = [];
    try {
      for (const clocks of sizes) {
        opened.push(await openIdleSupervision(system, clocks));
        context.say(`${clocks} clocks wait`);
      }
      return await measure(opened, context);
    } finally {
      for (const one of opened) await one.close();
      await system.stop();
    }
  },
};

async function measure(opened: readonly IdleSupervision[], { say }: WorkContext): Promise<BenchRow[]> {
  const rounds = opened.map((): number[] => []);
  // A first round of each warms connections, prepared statements and the server's memory.
  for (const one of opened) await sweepMs(one);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, one] of opened.entries()) rounds[index]?.push(await sweepMs(one));
    const taken = rounds.map((each) => `${each.at(-1)?.toFixed(2)} ms`).join(', ');
    say(`round ${round + 1} of ${ROUNDS}: ${taken}`);
  }
  const [fewest = []] = rounds;
  return opened.map(({ clocks }, index): BenchRow => {
    const own = rounds[index] ?? [];
    const common = { work: 'P7', size: `${clocks} open clocks, nothing due`, measured: ms(own) } as const;
    if (index === 0) return { ...common, what: `an idle sweep, median of ${SWEEPS}` };
    return {
      ...common,
      what: `an idle sweep, median of ${SWEEPS}; floor: the first size`,
      floor: ms(fewest),
      goal: { atMost: GROWTH },
    };
  });
}

function ms(rounds: readonly number[]): BenchRow['measured'] {
  return { unit: 'ms', rounds };
}

/** Milliseconds of the sweep in the middle. */
async function sweepMs(supervision: IdleSupervision): Promise<number> {
  const each: number[] = [];
  for (let n = 0; n < SWEEPS; n += 1) {
    const startedAt = performance.now();
    await supervision.sweep();
    each.push(performance.now() - startedAt);
  }
  return median(each);
}
