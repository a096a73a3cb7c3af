import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf } from '@huiyin/deploy/topology';
import { newId } from '@huiyin/kernel/ids';
import { addDays, localDate, startOfDay, type LocalDate } from '@huiyin/kernel/local-date';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { Assignment, type ToldCase } from '../../support/many-clocks.ts';
import type { WorkContext } from '../work.ts';
import { multiply } from './multiply.ts';

export const TENANT = 'donghu';
export const CLOCKS_A_CASE = 4;
const FIRST_DAY = localDate('2026-01-05');
const PLAN_WORKDAYS = 10;
const TOLD_AT = new Date('2026-01-05T01:00:00Z');

/** Clocks that all turn yellow at one midnight, unlike those of any other batch. */
export interface Batch {
  readonly cases: readonly ToldCase[];
  readonly clocks: number;
  readonly turnsAt: Date;
}

/** Supervision with clocks that turn batch by batch as business time moves on. */
export interface CityOfClocks {
  readonly system: RunningSystem;
  readonly operator: ApiSession;
  readonly desk: ApiSession;
  /** A superuser's connection to supervision's database. */
  readonly database: pg.Client;
  readonly batches: readonly Batch[];
  close(): Promise<void>;
}

/** Starts directory, supervision and the gateway and tells supervision of so many batches of clocks. */
export async function openCityOfClocks(
  context: WorkContext,
  size: { readonly batches: number; readonly clocks: number },
): Promise<CityOfClocks> {
  const system = await startRunningSystem('bench-clocks', {
    only: ['directory', 'supervision', 'gateway'],
    nodeArguments: context.nodeArguments,
  });
  const { database: name } = databaseOf('supervision');
  const database = new pg.Client({ connectionString: databaseUrl(system.urls.postgresAdmin, name) });
  const close = async (): Promise<void> => {
    await database.end();
    await system.stop();
  };
  try {
    await database.connect();
    const [operator, desk] = await Promise.all(
      ['operator', 'desk'].map((who) => logIn(system.gatewayUrl, `${who}@${TENANT}`, DEMO_PASSWORD)),
    );
    if (operator === undefined || desk === undefined) throw new Error('nobody logged in');
    const batches = makeBatches(size);
    await tellSupervision({ system, database, batches, say: context.say });
    return { system, operator, desk, database, batches, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Batch after batch, each begun on the next workday. */
function makeBatches({ batches, clocks }: { batches: number; clocks: number }): readonly Batch[] {
  const calendar = workCalendar(chinaOfficialDays());
  return Array.from({ length: batches }, (_, index) => ({
    cases: Array.from({ length: clocks / CLOCKS_A_CASE }, () => ({
      caseId: newId(),
      subjects: Array.from({ length: CLOCKS_A_CASE }, () => newId()),
    })),
    clocks,
    turnsAt: startOfDay(addDays(calendar.addWorkdays(startOf(calendar, index), PLAN_WORKDAYS), 1)),
  }));
}

function startOf(calendar: ReturnType<typeof workCalendar>, batch: number): LocalDate {
  return batch === 0 ? FIRST_DAY : calendar.addWorkdays(FIRST_DAY, batch);
}

async function tellSupervision(to: {
  readonly system: RunningSystem;
  readonly database: pg.Client;
  readonly batches: readonly Batch[];
  readonly say: (line: string) => void;
}): Promise<void> {
  const { system, database, batches, say } = to;
  const told = await waitFor('the city is known to supervision', async () => {
    const { rows } = await database.query<{ unitId: string; rulePackVersion: string }>(
      `select u.id as "unitId", r.version as "rulePackVersion"
       from reference_unit u join reference_rule_pack r using (tenant)
       where u.tenant = $1 and u.name like '%交通运输局' limit 1`,
      [TENANT],
    );
    return rows[0];
  });
  const assignment = await Assignment.on(system.urls.nats, told);
  const calendar = workCalendar(chinaOfficialDays());
  try {
    for (const [index, { cases }] of batches.entries()) {
      const [model, ...others] = cases;
      if (model === undefined) throw new Error('a batch has at least one case');
      await assignment.requestPlans([model], startOf(calendar, index), TOLD_AT);
      await waitFor('a case with its clocks', () => knows(database, model));
      await multiply(database, model, others);
      say(`${(index + 1) * cases.length * CLOCKS_A_CASE} clocks run`);
    }
  } finally {
    await assignment.close();
  }
  await database.query('vacuum analyze');
}

async function knows(database: pg.Client, { caseId }: ToldCase): Promise<boolean> {
  const { rows } = await database.query<{ n: string }>('select count(*) as n from clock where case_id = $1', [
    caseId,
  ]);
  return Number(rows[0]?.n) === CLOCKS_A_CASE;
}
