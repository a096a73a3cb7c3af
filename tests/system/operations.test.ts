import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf, SERVICE_NAMES, type ServiceName } from '@huiyin/deploy/topology';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';

const SETUP_TIMEOUT_MS = 300_000;
/** Sealing runs each minute; ten attempts with growing pauses take up to 82 s. */
const PATIENCE_MS = 150_000;
const TEST_TIMEOUT_MS = 240_000;

let system: RunningSystem;
let operator: ApiSession;
let deputy: ApiSession;

beforeAll(async () => {
  system = await startRunningSystem('operations');
  operator = await logIn(system.gatewayUrl, 'operator@donghu', DEMO_PASSWORD);
  deputy = await logIn(system.gatewayUrl, 'deputy@donghu', DEMO_PASSWORD);
}, SETUP_TIMEOUT_MS);
afterAll(() => system?.stop());

/** A superuser at one service's database, past triggers and rights. */
async function asIntruder<Result>(
  service: ServiceName,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const { database } = databaseOf(service);
  const client = new pg.Client({ connectionString: databaseUrl(system.urls.postgresAdmin, database) });
  await client.connect();
  try {
    await client.query(`set session_replication_role = 'replica'`);
    return await work(client);
  } finally {
    await client.end();
  }
}

const command = (name: 'audit-verify' | 'dead-letters', ...args: readonly string[]) =>
  runCommand(name, [...args, '--url', system.gatewayUrl]);

interface Health {
  readonly services: readonly { readonly service: string; readonly eventsUnsealed: number }[];
}

describe('npm run audit:verify', () => {
  it(
    'verifies every service of every tenant',
    async () => {
      await waitFor(
        'every event to be sealed',
        async () => {
          const { services } = await operator.get<Health>('/operations/health');
          return services.every(({ eventsUnsealed }) => eventsUnsealed === 0);
        },
        PATIENCE_MS,
      );
      const { code, output } = await command('audit-verify');
      expect(output).toContain('verified: intact');
      expect(code).toBe(0);
      for (const tenant of ['yunchuan', 'donghu']) {
        for (const service of SERVICE_NAMES) {
          expect(output).toMatch(new RegExp(`✓ ${tenant} +${service} +\\d+ events +\\d+ chains +\\d+ seals`));
        }
      }
    },
    TEST_TIMEOUT_MS,
  );

  it(
    'names the one event of which a byte was changed, the one removed and the changed seal',
    async () => {
      const [first, second] = await asIntruder('directory', async (client) => {
        const { rows } = await client.query<{ id: string; stream: string; version: string; copy: string }>(
          `select id, stream, version, to_jsonb(event)::text as copy from event
         where tenant = 'donghu' and type = 'unit-changed' and seal_number = 1 order by position limit 2`,
        );
        return rows;
      });
      if (first === undefined || second === undefined) throw new Error('no units were seeded');
      await asIntruder('directory', async (client) => {
        const change = `jsonb_set(payload, '{name}', to_jsonb(payload->>'name' || '。'))`;
        await client.query(`update event set payload = ${change} where id = $1`, [first.id]);
      });
      const changed = await command('audit-verify', '--login', 'operator@donghu');
      expect(changed.code).toBe(1);
      expect(changed.output).toContain(
        `directory donghu: stream ${first.stream}, version ${first.version} (event ${first.id}): ` +
          'its content is not what its hash was made over',
      );
      expect(changed.output).toContain('1 differences');

      await asIntruder('directory', async (client) => {
        await client.query('delete from event where id = any($1)', [[first.id, second.id]]);
        const copies = [first.copy];
        for (const copy of copies) await restore(client, copy);
        await client.query(
          `update seal set root = 'f' || substr(root, 2) where tenant = 'donghu' and number = 1`,
        );
      });
      const removed = await command('audit-verify', '--login', 'operator@donghu');
      expect(removed.code).toBe(1);
      expect(removed.output).toContain(`stream ${second.stream}, version`);
      expect(removed.output).toContain(
        'directory donghu: seal 1: its root does not stand for the events it seals',
      );
    },
    TEST_TIMEOUT_MS,
  );

  it('says in one line why nothing could be verified', async () => {
    const { code, output } = await command('audit-verify', '--login', 'deputy@donghu');
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([expect.stringContaining('not-permitted')]);
  });
});

/** Puts an event back as it was. */
async function restore(client: pg.Client, copy: string): Promise<void> {
  await client.query(
    `insert into event overriding system value select * from jsonb_populate_record(null::event, $1::jsonb)`,
    [copy],
  );
}

describe('npm run dead-letters', () => {
  it(
    'lists a poisonous event with what waits behind it, and replays both in order once the cause is gone',
    async () => {
      expect(await command('dead-letters')).toMatchObject({
        code: 0,
        output: expect.stringContaining('no dead letters'),
      });
      const place = demoCity().find((tenant) => tenant.place.tenant === 'donghu')?.place;
      if (place === undefined) throw new Error('the demo city has no donghu');
      const { title, facts, demands } = demoSuggestion(seededRandom('operations'), place);
      const text = { title, facts, demands };
      const { id } = await deputy.post('/suggestions', { text });
      await asIntruder('archive', (client) =>
        client.query(
          `alter table case_fact add constraint poison
           check (case_id <> '${id}' or service <> 'intake' or version <> 2) not valid`,
        ),
      );
      await deputy.post(`/suggestions/${id}:request-pre-review`);
      await deputy.patch(`/suggestions/${id}`, { ...text, facts: `${facts}请尽快。` }, 2);
      await deputy.post(`/suggestions/${id}:submit`);
      const listed = await waitFor(
        'the dead letters',
        async () => {
          const { output } = await command('dead-letters', 'list');
          return output.includes(`stream ${id}, version 2`) && /behind it wait 3 .*4 /.test(output) && output;
        },
        PATIENCE_MS,
      );
      expect(listed).toMatch(/archive ← intake +donghu +stream/);
      expect(listed).toMatch(/since \d{4}-.* attempts: .*poison/);
      expect(listed).toContain('1 dead letters, 2 events wait behind');

      const [eventId = ''] = /^[0-9a-f-]{36}/m.exec(listed) ?? [];
      const early = await command('dead-letters', 'replay', eventId);
      expect(early.code).toBe(1);
      expect(early.output).toMatch(/failed again: .*poison/);

      await asIntruder('archive', (client) => client.query('alter table case_fact drop constraint poison'));
      const late = await command('dead-letters', 'replay', '--all');
      expect(late.output).toContain('applied, it and 2 behind it');
      expect(late.code).toBe(0);
      const filed = await asIntruder('archive', async (client) => {
        const { rows } = await client.query<{ version: string }>(
          `select version from case_fact where case_id = $1 and service = 'intake' order by xmin::text::bigint`,
          [id],
        );
        return rows.map(({ version }) => Number(version));
      });
      expect(filed).toEqual([1, 2, 3, 4]);
      expect((await command('dead-letters')).output).toContain('no dead letters');
    },
    TEST_TIMEOUT_MS,
  );
});
