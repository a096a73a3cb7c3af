import { createServer, type Server } from 'node:net';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf } from '@huiyin/deploy/topology';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitFor } from '@huiyin/testkit/wait-for';
import { startPlace, type StartPlace, type StartRun } from '../support/start-command.ts';

/** Postgres writes a last checkpoint, perhaps to a busy disk. */
const GONE_WITHIN_MS = 45_000;
/** A start takes ten seconds, on a machine that does much else thirty. */
const SEVERAL_STARTS_MS = 180_000;

let place: StartPlace;
const runs: StartRun[] = [];

function run(env?: Readonly<Record<string, string>>, ...more: readonly string[]): StartRun {
  const started = place.run(env, ...more);
  runs.push(started);
  return started;
}

async function nothingIsLeft(): Promise<void> {
  let left: readonly string[] = [];
  try {
    const isGone = async (): Promise<boolean> => {
      left = await place.processes();
      return left.length === 0;
    };
    await waitFor('everything to be gone', isGone, GONE_WITHIN_MS);
  } catch (cause) {
    throw new Error(`still there: ${left.join('; ')}`, { cause });
  }
}

beforeEach(async () => {
  place = await startPlace();
});

afterEach(async () => {
  for (const started of runs.splice(0)) {
    started.child.kill('SIGTERM');
    await started.ended();
  }
  await nothingIsLeft();
  await place.remove();
});

describe('npm start', { timeout: SEVERAL_STARTS_MS }, () => {
  it('starts, stops cleanly on Ctrl-C with nothing left, and starts again on the same data', async () => {
    const first = run();
    await first.ready();
    first.child.kill('SIGINT');

    expect(await first.ended()).toBe(0);
    expect(first.output()).toContain('everything has stopped');
    expect(await place.processes()).toEqual([]);

    const second = run();
    await second.ready();
    expect(second.output()).not.toContain('migrations applied');
  });

  it('stops cleanly on Ctrl-C while it is still coming up', async () => {
    const started = run();
    await waitFor('the first line', () => Promise.resolve(started.output().includes('postgres')));
    started.child.kill('SIGINT');

    expect(await started.ended()).toBe(0);
    expect(await place.processes()).toEqual([]);
  });

  it('begins anew with --fresh', async () => {
    const first = run();
    await first.ready();
    await mark(place);
    first.child.kill('SIGINT');
    await first.ended();
    const kept = run();
    await kept.ready();
    expect(await isMarked(place)).toBe(true);
    kept.child.kill('SIGINT');
    await kept.ended();

    const fresh = run({}, '--fresh');
    await fresh.ready();

    expect(fresh.output()).toContain('deleted everything that was stored');
    expect(fresh.output()).toContain('migrations applied');
    expect(await isMarked(place)).toBe(false);
  });

  it('refuses to start twice and leaves the running one alone', async () => {
    const first = run();
    await first.ready();

    const second = run();

    expect(await second.ended()).toBe(1);
    expect(lines(second)).toEqual([
      expect.stringMatching(/runs here already \(process \d+\): stop it first/),
    ]);
    expect(first.child.exitCode).toBeNull();
  });

  it('leaves nothing behind when it is killed, and the next start works', async () => {
    const killed = run();
    await killed.ready();
    killed.child.kill('SIGKILL');
    await killed.ended();

    await nothingIsLeft();
    await run().ready();
  });

  it('starts a killed service again', async () => {
    const started = run();
    await started.ready();
    const before = place.pid('intake');
    process.kill(before, 'SIGKILL');

    await waitFor('a new process', () =>
      Promise.resolve(
        started.output().includes('intake ended (killed by SIGKILL)') && pidOf('intake') !== before,
      ),
    );
  });

  it('gives up on a service that keeps dying, and says why', async () => {
    const started = run();
    await started.ready();
    const killed = new Set<number>();
    const killing = setInterval(() => {
      const pid = pidOf('intake');
      if (pid === undefined || killed.has(pid)) return;
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }, 20);
    const code = await started.ended();
    clearInterval(killing);

    expect(code).toBe(1);
    expect(started.output()).toMatch(/intake keeps dying \(killed by SIGKILL\).*; see \S+intake\.log/);
    expect(await place.processes()).toEqual([]);
  });

  it.each(['postgres', 'nats', 'redis'])('ends with one clear line when %s is killed', async (server) => {
    const started = run();
    await started.ready();
    process.kill(place.pid(server), 'SIGKILL');

    expect(await started.ended()).toBe(1);
    expect(started.output()).toContain(`${server} ended unexpectedly (killed by SIGKILL)`);
    expect(await place.processes()).toEqual([]);
  });

  it('names every port that is in use and starts nothing', async () => {
    const taken = [await listen(place.ports.base), await listen(place.ports.base + 100)];
    const refused = run();

    expect(await refused.ended()).toBe(1);
    expect(lines(refused)).toEqual([
      expect.stringMatching(/port \d+ for postgres is in use/),
      expect.stringMatching(/port \d+ for directory is in use/),
    ]);
    expect(await place.processes()).toEqual([]);
    for (const server of taken) server.close();
  });

  it('names every bad variable and starts nothing', async () => {
    const refused = run({ HUIYIN_PORT: 'eighty', DATABASE_URL: 'mysql://somewhere' });

    expect(await refused.ended()).toBe(1);
    expect(lines(refused)).toEqual([
      expect.stringContaining('variable HUIYIN_PORT'),
      expect.stringContaining('variable DATABASE_URL'),
    ]);
  });

  it('says that nobody answers at a given server', async () => {
    const refused = run({ DATABASE_URL: `postgres://u:secret@127.0.0.1:${place.ports.base + 150}/x` });

    expect(await refused.ended()).toBe(1);
    expect(refused.output()).toContain('DATABASE_URL: nobody answers at postgres://127.0.0.1');
    expect(refused.output()).not.toContain('secret');
  });
});

function lines(started: StartRun): readonly string[] {
  return started.output().trim().split('\n');
}

/** Leaves something in a database that only a deletion of the data takes away. */
async function mark(of: StartPlace): Promise<void> {
  await asAdmin(of, (client) => client.query('create table public.left_behind (id int)'));
}

async function isMarked(of: StartPlace): Promise<boolean> {
  const { rows } = await asAdmin(of, (client) =>
    client.query<{ name: string | null }>(`select to_regclass('public.left_behind') as name`),
  );
  return rows[0]?.name !== null;
}

async function asAdmin<Answer>(of: StartPlace, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client(databaseUrl(of.adminUrl(), databaseOf('intake').database));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** While a process is replaced its file is missing for a moment. */
function pidOf(name: string): number | undefined {
  try {
    return place.pid(name);
  } catch {
    return undefined;
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}
