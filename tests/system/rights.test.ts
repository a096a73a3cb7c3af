import { personId } from '@huiyin/demo-city/people';
import { Cast } from '@huiyin/scripts/road/cast';
import { untilQuiet } from '@huiyin/scripts/api/quiet';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOn } from './rights/acts.ts';
import { actsAt } from './rights/acts-at.ts';
import { partsIn } from './rights/bodies.ts';
import { generalQuestions } from './rights/general.ts';
import { leavesOffice } from './rights/in-hands.ts';
import { inLists } from './rights/lists.ts';
import { learnParts, supervise } from './rights/parts.ts';
import { prober, upload, type Prober } from './rights/probe.ts';
import { authorsIn, beforehandIn, draftIn, readsOf, slowReadsOf, type Question } from './rights/questions.ts';
import type { QuickJourney } from './rights/quick-journey.ts';
import { COSIGNER, LEAD_DEPUTY, READERS } from './rights/readers.ts';
import { registeredRoutes, routesForgotten } from './rights/routes.ts';
import { betweenSessions, buildStages } from './rights/stages.ts';
import { readTable } from './rights/table.ts';
import { stepsOf, walk, type WalkResult } from './rights/walk.ts';

const START_TIMEOUT_MS = 240_000;
const BUILD_TIMEOUT_MS = 300_000;
const WALK_TIMEOUT_MS = 600_000;
const LEAST_CELLS = 5_000;
const MOST_ROWS = 250;

const table = readTable(new URL('rights/expected.csv', import.meta.url));
let system: RunningSystem;
let stages: Map<string, QuickJourney>;
let questions: ReadonlyMap<string, readonly Question[]>;
const probers = new Map<string, Prober>();

beforeAll(async () => {
  system = await startRunningSystem('rights');
}, START_TIMEOUT_MS);

afterAll(async () => {
  await system.stop();
});

function stageOf(stage: string): QuickJourney {
  const journey = stages.get(stage);
  if (journey === undefined) throw new Error(`no case is at ${stage}`);
  return journey;
}

/** Stages at which what takes longer is asked too. */
const SLOW: readonly string[] = ['registered', 'confidential'];
/** Stages whose case has a draft reply. */
const DRAFTED: readonly string[] = ['in-progress', 'confidential', 'parallel'];

/** Everything that is asked, by stage; `general` is about no case. */
function questionsOf(cases: ReadonlyMap<string, QuickJourney>): ReadonlyMap<string, readonly Question[]> {
  const deputies = [LEAD_DEPUTY, COSIGNER].map((login) => personId('donghu', login));
  const byStage = [...cases].map(
    ([stage, journey]) =>
      [
        stage,
        [
          ...readsOf(journey),
          ...inLists(journey),
          ...actsAt(stage, journey),
          ...(SLOW.includes(stage) ? slowReadsOf(journey) : []),
          ...(DRAFTED.includes(stage) ? draftIn(journey) : []),
          ...(stage === 'confidential' ? authorsIn(journey, deputies) : []),
          ...partsIn(stage, journey),
          ...(stage === 'assigned' ? beforehandIn(journey) : []),
          ...(stage === 'archived' ? actsOn(journey) : []),
        ],
      ] as const,
  );
  return new Map([...byStage, ['general', generalQuestions()]]);
}

describe('rights (docs/glossary.md, domain §3.2)', () => {
  let result: WalkResult;

  it(
    'a case stands at every stage',
    async () => {
      const cast = new Cast(system.gatewayUrl, 'donghu');
      stages = await buildStages(cast, await upload(system.gatewayUrl, `${LEAD_DEPUTY}@donghu`));
      stages.set('between-sessions', await betweenSessions(cast));
      await leavesOffice(cast);
      await untilQuiet(await cast.person('operator'));
      await Promise.all([...stages.values()].map(learnParts));
      await supervise(stageOf('in-progress'));
      for (const { login } of READERS) probers.set(login, await prober(system.gatewayUrl, login));
      questions = questionsOf(stages);
      expect(stages.size).toBeGreaterThan(20);
    },
    BUILD_TIMEOUT_MS,
  );

  it(
    'everybody is let, refused or shown nothing, as the reviewed table says',
    async () => {
      const steps = stepsOf(questions, READERS);
      result = await walk(steps, table, probers);
      console.log(`${result.cells.toLocaleString('en')} cells by ${table.length} rows`);
      expect(result.differences).toEqual([]);
      expect(result.cells).toBeGreaterThanOrEqual(LEAST_CELLS);
    },
    WALK_TIMEOUT_MS,
  );

  it('every route of the gateway is asked, or the table says which test does', async () => {
    const routes = await registeredRoutes(system.gatewayUrl);
    expect(routesForgotten(routes, [...questions.values()].flat(), table)).toEqual([]);
  });

  it('no row of the table is there for nothing', () => {
    expect(table.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(
      table
        .filter(({ line, expected }) => expected !== 'elsewhere' && !result.used.has(line))
        .map(({ line }) => line),
    ).toEqual([]);
  });
});
