import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { livingProcesses } from '@huiyin/deploy/processes/pid-files';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf } from '@huiyin/deploy/topology';
import { newId } from '@huiyin/kernel/ids';
import { ApiRefusal, logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Assignment, type ToldCase } from '../support/many-clocks.ts';

const CASES = 1_500;
const CLOCKS_A_CASE = 3;
const CLOCKS = CASES * CLOCKS_A_CASE;
const STARTED_ON = '2026-01-05';
/** Ten workdays on, by the official days and with one more day off. */
const LAST_DAY = '2026-01-19';
const MOVED_TO = '2026-01-20';
/** Each time so many clocks have moved, the process that moves them is killed. */
const KILLED_AT = [100, 1_500, 3_000];
const TIMEOUT_MS = 600_000;
const PATIENCE_MS = 300_000;

let system: RunningSystem;
let admin: ApiSession;
let database: pg.Client;
let assignment: Assignment;

beforeAll(async () => {
  system = await startRunningSystem('calendar', { only: ['directory', 'supervision', 'gateway'] });
  admin = await logIn(system.gatewayUrl, 'admin@donghu', DEMO_PASSWORD);
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
  const cases: readonly ToldCase[] = Array.from({ length: CASES }, () => ({
    caseId: newId(),
    subjects: Array.from({ length: CLOCKS_A_CASE }, () => newId()),
  }));
  await assignment.requestPlans(cases, STARTED_ON, new Date(`${STARTED_ON}T01:00:00Z`));
  await waitFor(`${CLOCKS} clocks`, async () => (await count('clock')) === CLOCKS, PATIENCE_MS);
}, TIMEOUT_MS);

afterAll(async () => {
  await assignment?.close();
  await database?.end();
  await system?.stop();
});

async function count(from: string): Promise<number> {
  const { rows } = await database.query<{ n: string }>(`select count(*) as n from ${from}`);
  return Number(rows[0]?.n);
}

const moved = (): Promise<number> => count(`event where type = 'clock-moved'`);

/** Undefined while the process that was killed last has not begun again. */
async function progress(): Promise<{ version: number; cases: number; behind: number } | undefined> {
  try {
    return await admin.get('/calendars:progress');
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 503) return undefined;
    throw error;
  }
}

/** Kills the only supervision that runs; its starter starts another. Answers how many clocks had moved by then. */
async function killSupervision(): Promise<number> {
  const [running, ...others] = livingProcesses(system.run).filter(({ name }) =>
    name.startsWith('supervision'),
  );
  if (running === undefined || others.length > 0) throw new Error('there is not just one supervision');
  process.kill(running.pid, 'SIGKILL');
  await waitFor(`process ${running.pid} is gone`, async () =>
    livingProcesses(system.run).every(({ pid }) => pid !== running.pid),
  );
  return moved();
}

it(
  `an import goes on by itself where a kill ended it, and moves each of ${CLOCKS} clocks once`,
  async () => {
    const { version, knownUntil, days } = await admin.get<{
      version: number;
      knownUntil: string;
      days: readonly { date: string; off: boolean; name: string }[];
    }>('/calendars');
    expect(days).toHaveLength(chinaOfficialDays().days.length);
    const wanted = { knownUntil, days: [...days, { date: '2026-01-12', off: true, name: '地方假日' }] };
    await admin.post('/calendars', { ...wanted, basedOnVersion: version });

    const found: number[] = [];
    for (const least of KILLED_AT) {
      await waitFor(`${least} clocks moved`, async () => (await moved()) >= least, PATIENCE_MS);
      found.push(await killSupervision());
    }
    console.log(`killed when ${found.join(', ')} of ${CLOCKS} clocks had moved`);
    // Each in the middle: what was decided stood, the rest was still to come.
    expect(Math.max(...found)).toBeLessThan(CLOCKS);

    await waitFor(
      'every case stands by the imported calendar',
      async () => {
        const come = await progress();
        return come?.version === version + 1 && come.behind === 0;
      },
      PATIENCE_MS,
    );
    const { rows } = await database.query<Record<'events' | 'clocks' | 'right', string>>(
      `select count(*) as events, count(distinct payload ->> 'clockId') as clocks,
         count(*) filter (where payload ->> 'fromDate' = $1 and payload ->> 'dueDate' = $2
           and payload ->> 'cause' = 'calendar') as right
       from event where type = 'clock-moved'`,
      [LAST_DAY, MOVED_TO],
    );
    expect(rows).toEqual([{ events: `${CLOCKS}`, clocks: `${CLOCKS}`, right: `${CLOCKS}` }]);
    expect(await count(`clock where due_date = '${MOVED_TO}'`)).toBe(CLOCKS);
    expect(
      await count('(select 1 from event group by tenant, stream having max(version) <> count(*)) as gaps'),
    ).toBe(0);
    expect(await count('dead_letter')).toBe(0);
    expect(await progress()).toMatchObject({ cases: CASES, behind: 0 });
  },
  TIMEOUT_MS,
);
