import { connectAsAdmin } from '@huiyin/deploy/databases';
import { openSecrets } from '@huiyin/deploy/secrets';
import { freePortRange } from '@huiyin/deploy/servers/ports';
import { startServers, type Servers } from '@huiyin/deploy/servers/start-servers';
import { openTestState, type TestState } from '@huiyin/testkit/test-state';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPlace, type StartPlace, type StartRun } from '../support/start-command.ts';

const SERVER_PORTS = 3;

let folder: TestState;
let servers: Servers;
let given: Readonly<Record<'DATABASE_URL' | 'NATS_URL' | 'REDIS_URL', string>>;
let place: StartPlace;
const runs: StartRun[] = [];

beforeAll(async () => {
  folder = await openTestState('system-given');
  const base = await freePortRange(SERVER_PORTS);
  servers = await startServers({
    state: folder.state,
    ports: { postgres: base, nats: base + 1, redis: base + 2 },
    secrets: openSecrets(folder.state),
    say: () => undefined,
  });
  const { postgresAdmin, nats, redis } = servers.urls;
  given = { DATABASE_URL: postgresAdmin, NATS_URL: nats, REDIS_URL: redis };
});
afterAll(async () => {
  await servers?.stop();
  await folder?.remove();
});
beforeEach(async () => {
  place = await startPlace();
});
afterEach(async () => {
  for (const started of runs.splice(0)) {
    started.child.kill('SIGTERM');
    await started.ended();
  }
  await waitFor('everything to be gone', async () => (await place.processes()).length === 0);
  await place.remove();
});

function run(env: Readonly<Record<string, string>>, ...more: readonly string[]): StartRun {
  const started = place.run(env, ...more);
  runs.push(started);
  return started;
}

async function databases(): Promise<readonly string[]> {
  const admin = await connectAsAdmin(given.DATABASE_URL);
  const { rows } = await admin.client.query<{ datname: string }>(
    `select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname`,
  );
  await admin.close();
  return rows.map(({ datname }) => datname);
}

describe('servers that run already', () => {
  it('are used as they are, and run on when Huiyin stops', async () => {
    const started = run(given);
    await started.ready();

    expect(started.output()).not.toMatch(/(postgres|nats|redis) \S+ on port/);
    const running = (await place.processes()).map((line) => line.split(' ')[1]);
    expect(running.filter((name) => ['postgres', 'nats', 'redis'].includes(name ?? ''))).toEqual([]);
    expect(await databases()).toEqual(['huiyin_directory', 'huiyin_intake']);
    expect((await place.doctor(given)).wrong).toEqual([]);

    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
    expect(await databases()).toEqual(['huiyin_directory', 'huiyin_intake']);
  });

  it('lose what is Huiyin’s with --fresh, and nothing else', async () => {
    const admin = await connectAsAdmin(given.DATABASE_URL);
    await admin.client.query('create database somebody_elses');
    await admin.close();

    const fresh = run(given, '--fresh');
    await fresh.ready();

    expect(fresh.output()).toContain('migrations applied');
    expect(await databases()).toEqual(['huiyin_directory', 'huiyin_intake', 'somebody_elses']);
  });

  it('that refuse the login end the start with one clear line', async () => {
    const wrongPassword = new URL(given.DATABASE_URL);
    wrongPassword.password = 'wrong';
    const refused = run({ ...given, DATABASE_URL: wrongPassword.href });

    expect(await refused.ended()).toBe(1);
    expect(refused.output().trim().split('\n')).toEqual([
      expect.stringMatching(/DATABASE_URL: postgres:\S+ cannot be used: password authentication failed/),
    ]);
    expect(refused.output()).not.toContain('wrong');
    expect(await place.processes()).toEqual([]);
  });

  it.each([
    ['NATS_URL', 'nats', 'redis'],
    ['REDIS_URL', 'redis', 'nats'],
  ] as const)(
    'of which %s is another kind of server are refused before anything starts',
    async (name, scheme, other) => {
      const { port } = new URL(other === 'nats' ? given.NATS_URL : given.REDIS_URL);
      const refused = run({ ...given, [name]: `${scheme}://127.0.0.1:${port}` });

      expect(await refused.ended()).toBe(1);
      expect(refused.output().trim().split('\n')).toEqual([expect.stringContaining(`${name}: `)]);
      expect(await place.processes()).toEqual([]);
    },
  );
});
