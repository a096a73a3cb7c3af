import type { BenchRow } from '@huiyin/scripts/bench/bench-row';
import { quantile } from '@huiyin/scripts/bench/statistics';
import { openCityOfClocks, type CityOfClocks } from './clocks/city-of-clocks.ts';
import { fire, proveFiredOnce } from './clocks/fire.ts';
import { ClocksFloor } from './clocks/floor.ts';
import { askMeanwhile } from './clocks/interactive.ts';
import { processesOf, processorUsed } from './support/processor-time.ts';
import { ROUNDS, type Work, type WorkContext } from './work.ts';

const CLOCKS = { full: 100_000, quick: 10_000 };
/** The longest that people may wait while all clocks of an assignment day fire, milliseconds. */
const INTERACTIVE_P99_MS = 300;

/** A national assignment day: clocks that all turn at one midnight, while people work. */
export const p6: Work = {
  ids: ['P6'],
  async run(context) {
    const clocks = context.options.quick ? CLOCKS.quick : CLOCKS.full;
    const city = await openCityOfClocks(context, { batches: ROUNDS, clocks });
    try {
      return await measure(city, context, clocks);
    } finally {
      await city.close();
    }
  },
};

async function measure(city: CityOfClocks, { say }: WorkContext, clocks: number): Promise<BenchRow[]> {
  const floor = await ClocksFloor.on(city.system, city.database);
  const seconds: number[] = [];
  const floorSeconds: number[] = [];
  const reads: number[] = [];
  const commands: number[] = [];
  const processor = { product: [] as number[], floor: [] as number[] };
  try {
    for (const [round, batch] of city.batches.entries()) {
      const before = await floor.before(batch);
      const meanwhile = askMeanwhile(city, batch);
      const own = processorUsed(processesOf(city.system));
      seconds.push(await fire(city, batch));
      processor.product.push(own.seconds());
      const asked = await meanwhile.end();
      await proveFiredOnce(city.database, batch);
      const { seconds: bare, processorSeconds } = await floor.fire(batch, before);
      floorSeconds.push(bare);
      processor.floor.push(processorSeconds);
      reads.push(quantile(asked.reads, 0.99));
      commands.push(quantile(asked.commands, 0.99));
      const taken = `${seconds.at(-1)?.toFixed(1)} s, one statement ${floorSeconds.at(-1)?.toFixed(1)} s`;
      say(
        `round ${round + 1} of ${ROUNDS}: ${clocks} clocks in ${taken}; ${asked.reads.length} questions ` +
          `(p99 ${reads.at(-1)?.toFixed(0)} ms), ${asked.commands.length} commands (p99 ${commands.at(-1)?.toFixed(0)} ms), ` +
          `${asked.refused} refused`,
      );
    }
  } finally {
    await floor.close();
  }
  const size = `${clocks} clocks due at one instant, one replica`;
  const common = { work: 'P6', size } as const;
  return [
    {
      ...common,
      what: 'all fired, each once; floor: one set-based statement',
      measured: { unit: 's', rounds: seconds },
      floor: { unit: 's', rounds: floorSeconds },
      goal: { atMost: 2 },
    },
    ...(processor.product.some(Number.isNaN)
      ? []
      : [
          {
            ...common,
            what: 'processor time of all of it, with its publication and the questions meanwhile',
            measured: { unit: 's', rounds: processor.product },
            floor: { unit: 's', rounds: processor.floor },
          } as const,
        ]),
    {
      ...common,
      what: 'p99 of questions meanwhile (lists, a clock explained)',
      measured: { unit: 'ms', rounds: reads },
      goal: { atMost: INTERACTIVE_P99_MS },
    },
    {
      ...common,
      what: 'p99 of commands meanwhile (催办 by hand)',
      measured: { unit: 'ms', rounds: commands },
      goal: { atMost: INTERACTIVE_P99_MS },
    },
  ];
}
