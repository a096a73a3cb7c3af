import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { seededRandom } from '@huiyin/demo-city/random';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf, type ServiceName } from '@huiyin/deploy/topology';
import { newId } from '@huiyin/kernel/ids';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Assignment, type ToldCase } from '../../support/many-clocks.ts';
import { makeTrouble } from './trouble.ts';

/** Of each wave; the plans of one are due at the midnight after its last day. */
const CASES = 300;
const WAVES = [
  { startedOn: '2026-01-05', turnsAt: '2026-01-19T16:00:01.000Z' },
  { startedOn: '2026-01-06', turnsAt: '2026-01-20T16:00:01.000Z' },
  { startedOn: '2026-01-07', turnsAt: '2026-01-21T16:00:01.000Z' },
] as const;
const ALL_STARTED = '2026-01-07T02:00:00.000Z';
const SETUP_TIMEOUT_MS = 300_000;
const TEST_TIMEOUT_MS = 600_000;
const PATIENCE_MS = 240_000;

const seed = process.env['HUIYIN_SEED'] ?? newId();

let system: RunningSystem;
let operator: ApiSession;
let supervision: pg.Client;
let notification: pg.Client;
let assignment: Assignment;
let unitId = '';

beforeAll(async () => {
  system = await startRunningSystem('told-once', {
    only: ['directory', 'supervision', 'notification', 'gateway'],
    replicas: { notification: 2 },
  });
  operator = await logIn(system.gatewayUrl, 'operator@donghu', DEMO_PASSWORD);
  supervision = await opened('supervision');
  notification = await opened('notification');
  const told = await waitFor('the city is known to supervision', async () => {
    const { rows } = await supervision.query<{ unitId: string; rulePackVersion: string }>(
      `select u.id as "unitId", r.version as "rulePackVersion"
       from reference_unit u join reference_rule_pack r using (tenant)
       where u.tenant = 'donghu' and u.name like '%交通运输局' limit 1`,
    );
    return rows[0];
  });
  unitId = told.unitId;
  assignment = await Assignment.on(system.urls.nats, told);
}, SETUP_TIMEOUT_MS);

afterAll(async () => {
  await assignment?.close();
  await supervision?.end();
  await notification?.end();
  await system?.stop();
});

async function opened(service: ServiceName): Promise<pg.Client> {
  const { database } = databaseOf(service);
  const client = new pg.Client({ connectionString: databaseUrl(system.urls.postgresAdmin, database) });
  await client.connect();
  return client;
}

/** Whom an urge of the unit concerns: who handles for it, and the office that it was handed over by. */
async function concerned(): Promise<readonly string[]> {
  const admin = await logIn(system.gatewayUrl, 'admin@donghu', DEMO_PASSWORD);
  const of = async (query: string): Promise<readonly string[]> =>
    (await admin.all<{ personId: string }>(`/people?${query}`)).map(({ personId }) => personId);
  const roles = [
    `role=unit-liaison&unitId=${unitId}`,
    `role=unit-clerk&unitId=${unitId}`,
    'role=government-office',
  ];
  return [...new Set((await Promise.all(roles.map(of))).flat())].toSorted();
}

/** The urges that go to who handles a case; later ones go to the unit's head as well. */
async function urges(): Promise<readonly string[]> {
  const { rows } = await supervision.query<{ id: string }>(
    `select id from event where type = 'unit-urged' and coalesce(payload ->> 'toHead', 'false') = 'false'`,
  );
  return rows.map(({ id }) => id);
}

/** Whom each urge was told to, as often as they were told: by the inbox, or by the events of its being told. */
async function toldOf(sql: string, urged: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await notification.query<{ urge: string; person: string }>(sql, [urged]);
  const told = Map.groupBy(rows, ({ urge }) => urge);
  return new Map([...told].map(([urge, own]) => [urge, own.map(({ person }) => person).toSorted()]));
}

const INBOX = `select source_event_id as urge, person_id as person from notice where source_event_id = any($1)`;
const DELIVERED = `select payload ->> 'sourceEventId' as urge, payload ->> 'personId' as person from event
  where type = 'notice-delivered' and payload ->> 'channel' = 'in-app' and payload ->> 'sourceEventId' = any($1)`;

/** Decisions 36; faults F13 and F14 of the reliability plan, of the service that tells. */
it(
  `tells each person of each of ${CASES * WAVES.length} warnings once, while both who tell are killed and paused`,
  async () => {
    console.log(`HUIYIN_SEED=${seed}`);
    const persons = await concerned();
    expect(persons.length).toBeGreaterThan(2);
    for (const { startedOn } of WAVES) {
      const cases: readonly ToldCase[] = Array.from({ length: CASES }, () => ({
        ...{ caseId: newId(), subjects: [newId()] },
      }));
      await assignment.requestPlans(cases, startedOn, new Date(`${startedOn}T01:00:00Z`));
    }
    await operator.post('/operations/clock:advance', { to: ALL_STARTED });
    const started = `select count(*)::int as n from clock where kind = 'plan' and status = 'open'`;
    await waitFor(
      'every clock runs',
      async () => (await supervision.query<{ n: number }>(started)).rows[0]?.n === CASES * WAVES.length,
      PATIENCE_MS,
    );

    const trouble = makeTrouble(system.run, 'notification', seededRandom(seed), {
      kill: 3,
      pause: 3,
      shift: 0,
    });
    try {
      for (const [index, { turnsAt }] of WAVES.entries()) {
        await operator.post('/operations/clock:advance', { to: turnsAt });
        const due = CASES * (index + 1);
        await waitFor('the urges', async () => (await urges()).length >= due, PATIENCE_MS);
        await waitFor('trouble enough', () => Promise.resolve(trouble.done.kill > index), PATIENCE_MS);
      }
    } finally {
      await trouble.end();
    }
    console.log(`trouble: ${JSON.stringify(trouble.done)}`);

    const urged = await urges();
    expect(urged).toHaveLength(CASES * WAVES.length);
    await waitFor(
      'everybody is told',
      async () => {
        const told = await toldOf(INBOX, urged);
        return urged.every((urge) => (told.get(urge) ?? []).length >= persons.length);
      },
      PATIENCE_MS,
    );
    for (const told of [await toldOf(INBOX, urged), await toldOf(DELIVERED, urged)]) {
      const wrong = urged.filter((urge) => told.get(urge)?.join() !== persons.join());
      expect(wrong).toEqual([]);
    }
    const { rows } = await notification.query<{ n: number }>('select count(*)::int as n from dead_letter');
    expect(rows[0]?.n).toBe(0);
  },
  TEST_TIMEOUT_MS,
);
