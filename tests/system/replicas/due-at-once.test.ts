import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { seededRandom } from '@huiyin/demo-city/random';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { databaseOf } from '@huiyin/deploy/topology';
import { newId } from '@huiyin/kernel/ids';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Assignment, type ToldCase } from '../../support/many-clocks.ts';
import { makeTrouble } from './trouble.ts';

const REPLICAS = 3;
const CASES = 25_000;
const CLOCKS_A_CASE = 4;
const CLOCKS = CASES * CLOCKS_A_CASE;
/** Cases whose plans are filed, and as many whose terms are extended, afterwards, told while the sweeps run. */
const FILED = 500;
/** Cases that were extended, and as many that were withdrawn, before they were due, told while the sweeps run. */
const RACED = 250;
const STARTED_ON = '2026-01-05';
/** The plans' last day is 2026-01-19, ten workdays on; the next midnight is when all of them turn. */
const TURNS_AT = '2026-01-19T16:00:00.000Z';
const JUST_BEFORE = '2026-01-19T15:59:30.000Z';
/** Twelve workdays on instead of ten. */
const NEW_TURN = '2026-01-21T16:00:00.000Z';
const BEFORE = new Date('2026-01-19T07:00:00Z');
const AFTERWARDS = new Date('2026-01-20T01:00:00Z');
const TEST_TIMEOUT_MS = 1_500_000;
const SETUP_TIMEOUT_MS = 600_000;
const PATIENCE_MS = 900_000;
const SHIFTING_CLOCK = join(REPOSITORY, 'tests/system/replicas/shifting-clock.ts');

const seed = process.env['HUIYIN_SEED'] ?? newId();
const random = seededRandom(seed);
const cases: readonly ToldCase[] = Array.from({ length: CASES }, () => ({
  caseId: newId(),
  subjects: Array.from({ length: CLOCKS_A_CASE }, () => newId()),
}));

let system: RunningSystem;
let operator: ApiSession;
let database: pg.Client;
let assignment: Assignment;

beforeAll(async () => {
  system = await startRunningSystem('replicas', {
    only: ['directory', 'supervision', 'gateway'],
    replicas: { supervision: REPLICAS },
    nodeArguments: ({ service }) => (service === 'supervision' ? ['--import', SHIFTING_CLOCK] : []),
  });
  operator = await logIn(system.gatewayUrl, 'operator@donghu', DEMO_PASSWORD);
  const { database: name } = databaseOf('supervision');
  database = new pg.Client({ connectionString: databaseUrl(system.urls.postgresAdmin, name) });
  await database.connect();
  const told = await waitFor('the city is known to supervision', async () => {
    const { rows } = await database.query<{ unitId: string; rulePackVersion: string }>(
      `select u.id as "unitId", r.version as "rulePackVersion"
       from reference_unit u join reference_rule_pack r using (tenant)
       where u.tenant = 'donghu' and u.name like '%交通运输局' limit 1`,
    );
    return rows[0];
  });
  assignment = await Assignment.on(system.urls.nats, told);
  await assignment.requestPlans(cases, STARTED_ON, new Date(`${STARTED_ON}T01:00:00Z`));
  await waitFor(`${CLOCKS} clocks`, async () => (await count('clock')) === CLOCKS, PATIENCE_MS);
}, SETUP_TIMEOUT_MS);

afterAll(async () => {
  await assignment?.close();
  await database?.end();
  await system?.stop();
});

async function count(from: string): Promise<number> {
  const { rows } = await database.query<{ n: string }>(`select count(*) as n from ${from}`);
  return Number(rows[0]?.n);
}

/** Each clock that an event of this kind is about, and how often. */
async function told(where: string): Promise<{ events: number; clocks: number }> {
  const { rows } = await database.query<{ events: string; clocks: string }>(
    `select count(*) as events, count(distinct payload ->> 'clockId') as clocks from event where ${where}`,
  );
  return { events: Number(rows[0]?.events), clocks: Number(rows[0]?.clocks) };
}

const dueNow = (instant: string): Promise<number> => count(`clock where next_change_at <= '${instant}'`);
const ids = (told: readonly ToldCase[]): string => told.map(({ caseId }) => `'${caseId}'`).join();
const onceEach = (told: readonly ToldCase[]): { events: number; clocks: number } => {
  const clocks = told.length * CLOCKS_A_CASE;
  return { events: clocks, clocks };
};

/** invariant I6, faults F22 and F25 of the reliability plan. */
it(
  `warns of ${CLOCKS} clocks due at one instant once each, while three replicas are killed, paused and misled`,
  async () => {
    console.log(`HUIYIN_SEED=${seed}`);
    await operator.post('/operations/clock:advance', { to: JUST_BEFORE });
    const touched = random.sample(cases, 2 * FILED + 2 * RACED);
    const filed = touched.slice(0, FILED);
    const extended = touched.slice(FILED, 2 * FILED);
    // What is told of these happened before they were due, and is heard while they are warned of.
    const extendedBefore = touched.slice(2 * FILED, 2 * FILED + RACED);
    const endedBefore = touched.slice(2 * FILED + RACED);
    const raced = [...extendedBefore, ...endedBefore];
    await operator.post('/operations/clock:advance', { to: '2026-01-19T16:00:01.000Z' });
    const trouble = makeTrouble(system.run, 'supervision', random);
    try {
      for (const one of random.sample(touched, touched.length)) {
        if (filed.includes(one)) await assignment.filePlans(one, '2026-01-20', AFTERWARDS);
        else if (extended.includes(one)) await assignment.extendPlans(one, STARTED_ON, AFTERWARDS);
        else if (extendedBefore.includes(one)) await assignment.extendPlans(one, STARTED_ON, BEFORE);
        else await assignment.endCase(one, BEFORE);
      }
      await waitFor('nothing is due any more', async () => (await dueNow(TURNS_AT)) === 0, PATIENCE_MS);
    } finally {
      await trouble.end();
    }
    console.log(`trouble: ${JSON.stringify(trouble.done)}`);
    expect(Math.min(...Object.values(trouble.done))).toBeGreaterThan(0);

    // What happened at nine on the 20th is decided when business time has come to it.
    await operator.post('/operations/clock:advance', { to: '2026-01-20T01:00:01.000Z' });
    const moved = [...extended, ...extendedBefore];
    const expected = [
      ['clock-met', filed],
      ['clock-moved', moved],
      ['clock-cancelled', endedBefore],
    ] as const;
    for (const [type, of] of expected) {
      const { events } = onceEach(of);
      await waitFor(type, async () => (await told(`type = '${type}'`)).events >= events, PATIENCE_MS);
      expect(await told(`type = '${type}'`)).toEqual(onceEach(of));
    }
    const atOnce = `occurred_at = '${TURNS_AT}'`;
    const yellow = `type = 'colour-changed' and payload ->> 'toColour' = 'yellow'`;
    const others = `stream not in (${ids(raced)})`;
    const all = onceEach(cases.filter((one) => !raced.includes(one)));
    for (const warning of [yellow, `type = 'clock-missed'`, `type = 'unit-urged'`]) {
      expect(await told(`${warning} and ${others}`)).toEqual(all);
      expect(await told(`${warning} and ${others} and ${atOnce}`)).toEqual(all);
      // Warned of before it was heard that there was nothing to warn of, or not at all; never twice.
      const { events, clocks } = await told(`${warning} and stream in (${ids(raced)})`);
      console.log(`raced: ${clocks} of ${raced.length * CLOCKS_A_CASE} clocks: ${warning}`);
      expect(events).toBe(clocks);
    }
    // Whichever came first, it ends the same: in time again, or over.
    const green = `colour = 'green' and due_date = '2026-01-21' and status = 'open'`;
    expect(await count(`clock where case_id in (${ids(extendedBefore)}) and ${green}`)).toBe(
      onceEach(extendedBefore).clocks,
    );
    expect(await count(`clock where case_id in (${ids(endedBefore)}) and status = 'cancelled'`)).toBe(
      onceEach(endedBefore).clocks,
    );

    await operator.post('/operations/clock:advance', { to: '2026-01-21T16:00:01.000Z' });
    await waitFor('the new days are over', async () => (await dueNow(NEW_TURN)) === 0, PATIENCE_MS);
    const again = `${yellow} and occurred_at > '2026-01-20T01:00:01Z'`;
    expect(await told(again)).toEqual(onceEach(moved));
    expect(
      await told(`${again} and occurred_at = '${NEW_TURN}' and payload ->> 'dueVersion' = '2'
        and stream in (${ids(moved)})`),
    ).toEqual(onceEach(moved));
    // Nothing of a later day, whatever day a replica believed it was.
    expect(await count(`event where occurred_at > '2026-01-21T16:00:01Z'`)).toBe(0);
    expect(await count('dead_letter')).toBe(0);
    expect(
      await count('(select 1 from event group by tenant, stream having max(version) <> count(*)) as gaps'),
    ).toBe(0);
  },
  TEST_TIMEOUT_MS,
);
