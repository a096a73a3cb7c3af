import { personId } from '@huiyin/demo-city/people';
import { Cast } from '@huiyin/scripts/road/cast';
import { untilQuiet } from '@huiyin/scripts/api/quiet';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from './rights/parts.ts';
import { prober, type Prober } from './rights/probe.ts';
import { actsOn, authorsIn, readsOf, type Question } from './rights/questions.ts';
import type { QuickJourney } from './rights/quick-journey.ts';
import { COSIGNER, LEAD_DEPUTY, READERS } from './rights/readers.ts';
import { buildStages } from './rights/stages.ts';
import { readTable } from './rights/table.ts';
import { stepsOf, walk, type WalkResult } from './rights/walk.ts';

const START_TIMEOUT_MS = 240_000;
const BUILD_TIMEOUT_MS = 300_000;
const WALK_TIMEOUT_MS = 300_000;
const LEAST_CELLS = 5_000;
const MOST_ROWS = 250;

const table = readTable(new URL('rights/expected.csv', import.meta.url));
let system: RunningSystem;
let stages: ReadonlyMap<string, QuickJourney>;
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

describe('rights (docs/glossary.md, domain §3.2)', () => {
  let result: WalkResult;

  it(
    'a case stands at every stage',
    async () => {
      const cast = new Cast(system.gatewayUrl, 'donghu');
      stages = await buildStages(cast);
      await untilQuiet(await cast.person('operator'));
      for (const { login } of READERS) probers.set(login, await prober(system.gatewayUrl, login));
      expect(stages.size).toBeGreaterThan(15);
    },
    BUILD_TIMEOUT_MS,
  );

  it(
    'everybody is let, refused or shown nothing, as the reviewed table says',
    async () => {
      const questions = new Map<string, readonly Question[]>();
      for (const [stage, journey] of stages) questions.set(stage, readsOf(journey));
      const masked = stageOf('confidential');
      const deputies = [LEAD_DEPUTY, COSIGNER].map((login) => personId('donghu', login));
      questions.set('confidential', [...readsOf(masked), ...authorsIn(masked, deputies)]);
      const over = stageOf('archived');
      questions.set('archived', [...readsOf(over), ...actsOn(over, await partsOf(over))]);
      const steps = stepsOf(questions, READERS);
      result = await walk(steps, table, probers);
      console.log(`${result.cells.toLocaleString('en')} cells by ${table.length} rows`);
      expect(result.differences).toEqual([]);
      expect(result.cells).toBeGreaterThanOrEqual(LEAST_CELLS);
    },
    WALK_TIMEOUT_MS,
  );

  it('no row of the table is there for nothing', () => {
    expect(table.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(table.filter(({ line }) => !result.used.has(line)).map(({ line }) => line)).toEqual([]);
  });
});
