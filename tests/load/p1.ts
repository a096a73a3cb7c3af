import type { BenchRow, Figure, Unit } from '@huiyin/scripts/bench/bench-row';
import { SubmissionFloor } from './floor/submission-floor.ts';
import { CHARACTERS, CLIENTS } from './submission/deputies.ts';
import { SubmittingSystem } from './submission/submitting-system.ts';
import type { LoadResult } from './support/closed-loop.ts';
import { databaseServerOf } from './support/processor-time.ts';
import { ROUNDS, type Work, type WorkContext } from './work.ts';

/** Submissions of each client in a round. */
const DRAFTS = { full: 40, quick: 15 };
const WARM_UP_DRAFTS = 5;
const GOALS = { traced: 0.5, plain: 0.7, p99: 3 };

/** The acceptance of a command, beside the same writes without anything around them. */
export const p1: Work = {
  ids: ['P1'],
  async run(context) {
    const plain = await SubmittingSystem.start(context, 'plain', false);
    try {
      const traced = await SubmittingSystem.start(context, 'traced', true);
      try {
        const target = await plain.system.bareDatabase('intake', 'bench_submission_floor');
        const floor = await SubmissionFloor.start(
          target,
          await plain.model(),
          databaseServerOf(plain.system),
        );
        try {
          return await measure({ plain, traced, floor }, context);
        } finally {
          await floor.close();
        }
      } finally {
        await traced.stop();
      }
    } finally {
      await plain.stop();
    }
  },
};

interface Sides {
  readonly plain: SubmittingSystem;
  readonly traced: SubmittingSystem;
  readonly floor: SubmissionFloor;
}

async function measure(
  { plain, traced, floor }: Sides,
  { options, say }: WorkContext,
): Promise<readonly BenchRow[]> {
  const drafts = options.quick ? DRAFTS.quick : DRAFTS.full;
  const results: Record<keyof Sides | 'drafting', LoadResult[]> = {
    plain: [],
    traced: [],
    floor: [],
    drafting: [],
  };
  for (const side of [plain, traced]) await side.run(WARM_UP_DRAFTS);
  await floor.submit(CLIENTS, WARM_UP_DRAFTS);
  for (let round = 0; round < ROUNDS; round += 1) {
    results.floor.push(await floor.submit(CLIENTS, drafts));
    results.plain.push((await plain.run(drafts)).submitting);
    const { drafting, submitting } = await traced.run(drafts);
    results.traced.push(submitting);
    results.drafting.push(drafting);
    const rates = (['floor', 'plain', 'traced'] as const).map(
      (side) => `${side} ${results[side].at(-1)?.perSecond.toFixed(0)}/s`,
    );
    say(`round ${round + 1} of ${ROUNDS}: ${rates.join(', ')}`);
  }
  return rowsOf(results, `${CHARACTERS} characters, ${CLIENTS} clients, ${CLIENTS * drafts} a round`);
}

const TELEMETRY = {
  traced: 'telemetry at its default sampling',
  plain: 'no telemetry',
} as const;

function rowsOf(
  results: Readonly<Record<keyof Sides | 'drafting', readonly LoadResult[]>>,
  size: string,
): readonly BenchRow[] {
  const common = { work: 'P1', size } as const;
  const rows = (['traced', 'plain'] as const).flatMap((side): BenchRow[] => {
    const beside = (unit: Unit, of: keyof LoadResult): Pick<BenchRow, 'measured' | 'floor'> => ({
      ...{ measured: figure(unit, results[side], of), floor: figure(unit, results.floor, of) },
    });
    const telemetry = TELEMETRY[side];
    const rate = { what: `submit, ${telemetry}`, goal: { atLeast: GOALS[side] } };
    const p99 = { what: `p99 of a submit, ${telemetry}`, goal: { atMost: GOALS.p99 } };
    const errors = { what: `answers that were errors, ${telemetry}`, goal: { atMost: 0 } };
    return [
      { ...common, ...errors, measured: figure('', results[side], 'errors') },
      { ...common, ...rate, ...beside('/s', 'perSecond') },
      { ...common, ...p99, ...beside('ms', 'p99') },
      ...(results.floor.every(({ processorMs }) => processorMs === undefined)
        ? []
        : [{ ...common, what: `processor time of a submit, ${telemetry}`, ...beside('ms', 'processorMs') }]),
    ];
  });
  const what = `draft (the text over HTTP), ${TELEMETRY.traced}`;
  return [...rows, { ...common, what, measured: figure('/s', results.drafting, 'perSecond') }];
}

function figure(unit: Unit, results: readonly LoadResult[], of: keyof LoadResult): Figure {
  return { unit, rounds: results.map((result) => result[of] ?? Number.NaN) };
}
