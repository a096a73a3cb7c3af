import type { BenchRow } from '@huiyin/scripts/bench/bench-row';
import type { CasePlan } from '@huiyin/scripts/rehearsal/case-plan';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { SubmissionFloor } from './floor/submission-floor.ts';
import { PatientCast } from './road/patient-cast.ts';
import { plainPlans, walkRoad } from './road/walk-road.ts';
import { CLIENTS, logInDeputy } from './submission/deputies.ts';
import { SubmittingSystem } from './submission/submitting-system.ts';
import { databaseServerOf, processesOf, processorSeconds } from './support/processor-time.ts';
import { timed } from './support/stopwatch.ts';
import { ROUNDS, type Work, type WorkContext } from './work.ts';

/** Roads at once, and roads in a round. */
const SIZE = { full: { atOnce: 16, roads: 64 }, quick: { atOnce: 8, roads: 16 } };
const FLOOR_DRAFTS = { full: 40, quick: 15 };
const GOAL = 0.5;

/** Whole roads from draft to close, by all ten processes, beside the floor of P1 for as many commands. */
export const p2: Work = {
  ids: ['P2'],
  async run(context) {
    const system = await startRunningSystem('bench-road', {
      keepTraces: true,
      nodeArguments: context.nodeArguments,
    });
    try {
      const submitting = new SubmittingSystem(system, [
        await logInDeputy(system.gatewayUrl, 'deputy@donghu'),
      ]);
      const target = await system.bareDatabase('intake', 'bench_submission_floor');
      const floor = await SubmissionFloor.start(target, await submitting.model(), databaseServerOf(system));
      try {
        return await measure(system, floor, context);
      } finally {
        await floor.close();
      }
    } finally {
      await system.stop();
    }
  },
};

async function measure(
  system: RunningSystem,
  floor: SubmissionFloor,
  { options, say }: WorkContext,
): Promise<readonly BenchRow[]> {
  const { atOnce, roads } = options.quick ? SIZE.quick : SIZE.full;
  const drafts = options.quick ? FLOOR_DRAFTS.quick : FLOOR_DRAFTS.full;
  const traffic = new Traffic(system);
  const plans = [...plainPlans(atOnce + roads * ROUNDS)];
  // Everybody logs in on a first road.
  await traffic.walk(plans.splice(0, atOnce), atOnce);
  await floor.submit(CLIENTS, 1);
  const rounds: (Walked & { readonly floorRoads: number; readonly floorMs: number | undefined })[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await floor.submit(CLIENTS, drafts);
    const walked = await traffic.walk(plans.splice(0, roads), atOnce);
    rounds.push({
      ...walked,
      ...{ floorRoads: bare.perSecond / walked.commandsARoad, floorMs: bare.processorMs },
    });
    say(
      `round ${round + 1} of ${ROUNDS}: ${walked.roadsASecond.toFixed(2)} roads a second of ` +
        `${walked.commandsARoad.toFixed(1)} commands; floor ${bare.perSecond.toFixed(0)} commands a second`,
    );
  }
  const commands = rounds[0]?.commandsARoad.toFixed(1);
  const size = `${atOnce} roads at once, ${roads} a round, ${commands} commands a road`;
  const common = { work: 'P2', size } as const;
  return [
    {
      ...{ ...common, what: "roads from draft to close; floor: P1's for as many commands" },
      measured: { unit: '/s', rounds: rounds.map(({ roadsASecond }) => roadsASecond) },
      floor: { unit: '/s', rounds: rounds.map(({ floorRoads }) => floorRoads) },
      goal: { atLeast: GOAL },
    },
    ...(rounds.every(({ floorMs }) => floorMs === undefined)
      ? []
      : [
          {
            ...common,
            what: 'processor time of a command with all that follows from it in ten processes',
            measured: { unit: 'ms', rounds: rounds.map(({ processorMs }) => processorMs) },
            floor: { unit: 'ms', rounds: rounds.map(({ floorMs }) => floorMs ?? Number.NaN) },
          } as const,
        ]),
  ];
}

interface Walked {
  readonly roadsASecond: number;
  readonly commandsARoad: number;
  /** Of one command. */
  readonly processorMs: number;
}

/** Cases on their way, several at once, each beginning when another has come to its end. */
class Traffic {
  readonly #system: RunningSystem;
  readonly #casts = new Map<string, PatientCast>();
  #commands = 0;

  constructor(system: RunningSystem) {
    this.#system = system;
  }

  async walk(plans: readonly CasePlan[], atOnce: number): Promise<Walked> {
    const processes = processesOf(this.#system);
    const waiting = [...plans];
    const usedBefore = processorSeconds(processes) ?? Number.NaN;
    const sentBefore = this.#commands;
    const worker = async (): Promise<void> => {
      for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
        await walkRoad(plan, this.#castOf(plan.place.tenant));
      }
    };
    const { seconds } = await timed(() => Promise.all(Array.from({ length: atOnce }, worker)));
    const commands = this.#commands - sentBefore;
    const used = (processorSeconds(processes) ?? Number.NaN) - usedBefore;
    return {
      roadsASecond: plans.length / seconds,
      commandsARoad: commands / plans.length,
      processorMs: (used * 1000) / commands,
    };
  }

  #castOf(tenant: string): PatientCast {
    const known = this.#casts.get(tenant);
    if (known !== undefined) return known;
    const count = (): void => {
      this.#commands += 1;
    };
    const cast = new PatientCast(this.#system.gatewayUrl, tenant, count);
    this.#casts.set(tenant, cast);
    return cast;
  }
}
