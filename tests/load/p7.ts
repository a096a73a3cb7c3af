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
  // A first round warms connections, prepared statements and the server's memory.
  await sweepInTurn(opened);
  for (let round = 0; round < ROUNDS; round += 1) {
    const medians = await sweepInTurn(opened);
    for (const [index, ms] of medians.entries()) rounds[index]?.push(ms);
    say(`round ${round + 1} of ${ROUNDS}: ${medians.map((ms) => `${ms.toFixed(2)} ms`).join(', ')}`);
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

/** Sweeps of each, in turn, so that what else the machine does meets all alike; the milliseconds of each one's median. */
async function sweepInTurn(opened: readonly IdleSupervision[]): Promise<readonly number[]> {
  const each = opened.map((): number[] => []);
  for (let n = 0; n < SWEEPS; n += 1) {
    for (const [index, one] of opened.entries()) {
      const startedAt = performance.now();
      await one.sweep();
      each[index]?.push(performance.now() - startedAt);
    }
  }
  return each.map(median);
}
