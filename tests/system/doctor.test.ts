import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@huiyin/deploy/servers/find-program';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf } from '@huiyin/deploy/topology';
import { waitFor } from '@huiyin/testkit/wait-for';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlace, type StartPlace, type StartRun } from '../support/start-command.ts';

let place: StartPlace;

async function asAdmin(sql: string): Promise<void> {
  const client = new Client(databaseUrl(place.adminUrl(), databaseOf('intake').database));
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe('npm run doctor before a start', () => {
  beforeAll(async () => {
    place = await startPlace();
  });
  afterAll(() => place.remove());

  it('finds nothing wrong with a machine on which Huiyin can be started', async () => {
    const { code, fine, wrong, browser } = await place.doctor();
    expect({ code, wrong }).toEqual({ code: browser === undefined ? 0 : 1, wrong: [] });
    expect(fine).toContain('Huiyin does not run; npm start starts it');
  });

  it('names a port that somebody else has', async () => {
    const port = place.ports.base + 100;
    const somebody = createServer();
    await new Promise<void>((resolve) => somebody.listen(port, '127.0.0.1', resolve));
    const { code, wrong } = await place.doctor();
    somebody.close();
    expect(code).toBe(1);
    expect(wrong).toEqual([
      `port ${port} for directory is in use: end what listens there or set HUIYIN_PORT_BASE`,
    ]);
  });

  it('names a given server that does not answer', async () => {
    const url = `postgres://postgres:secret@127.0.0.1:${place.ports.base + 150}/postgres`;
    const { code, wrong } = await place.doctor({ DATABASE_URL: url });
    expect(code).toBe(1);
    expect(wrong).toEqual([expect.stringMatching(/^DATABASE_URL: nobody answers at postgres:\/\/127/)]);
    expect(wrong.join()).not.toContain('secret');
  });

  it('names a missing browser', async () => {
    const { code, browser } = await place.doctor({ PATH: await pathWithoutBrowser() });
    expect(code).toBe(1);
    expect(browser).toBe('chromium is not installed; npm test needs it and installs it where it may');
  });

  it('names a process that was left behind, and how to end it', async () => {
    const killed = place.run();
    await killed.ready();
    const pid = place.pid('intake');
    // A stopped process cannot follow its dead starter.
    process.kill(pid, 'SIGSTOP');
    killed.child.kill('SIGKILL');
    await killed.ended();
    const { wrong } = await place.doctor();
    process.kill(pid, 'SIGCONT');
    expect(wrong).toContainEqual(
      expect.stringMatching(
        new RegExp(`^intake \\(process ${pid}\\) was left behind in .*: end it with kill`),
      ),
    );
    await waitFor('everything to be gone', async () => (await place.processes()).length === 0);
  });
});

describe('npm run doctor beside a start', () => {
  let started: StartRun;
  beforeAll(async () => {
    place = await startPlace();
    started = place.run();
    await started.ready();
  });
  afterAll(async () => {
    started.child.kill('SIGTERM');
    await started.ended();
    await place.remove();
  });

  it('finds each process ready and each database current', async () => {
    const { code, fine, wrong, browser } = await place.doctor();
    expect({ code, wrong }).toEqual({ code: browser === undefined ? 0 : 1, wrong: [] });
    expect(fine).toContain(`intake on port ${place.ports.base + 110}`);
    expect(fine).toContain('database huiyin_intake');
  });

  it('names a process that lives and does not answer', async () => {
    const pid = place.pid('intake');
    process.kill(pid, 'SIGSTOP');
    const { code, wrong } = await place.doctor();
    process.kill(pid, 'SIGCONT');
    expect(code).toBe(1);
    expect(wrong).toEqual([
      expect.stringMatching(/^intake runs but is not ready on port \d+; see \S+intake\.log$/),
    ]);
    await waitFor('intake to answer again', async () => (await place.doctor()).wrong.length === 0);
  });

  it('names a migration that a database lacks, and one that only a newer clone knows', async () => {
    await asAdmin(`update migration set name = '9999_of_tomorrow.sql' where name = '0001_suggestions.sql'`);
    const { code, wrong } = await place.doctor();
    await asAdmin(`update migration set name = '0001_suggestions.sql' where name = '9999_of_tomorrow.sql'`);
    expect(code).toBe(1);
    expect(wrong).toEqual([
      'intake: migrations wait for the next start: 0001_suggestions.sql; the database is newer than this clone: 9999_of_tomorrow.sql',
    ]);
  });

  it('names a database that is not there', async () => {
    const { client, close } = await elsewhere();
    await client.query('alter database huiyin_intake rename to huiyin_intake_away');
    const { code, wrong } = await place.doctor();
    await client.query('alter database huiyin_intake_away rename to huiyin_intake');
    await close();
    expect(code).toBe(1);
    expect(wrong).toContainEqual(expect.stringMatching(/^intake: .*database "huiyin_intake" does not exist/));
  });
});

/** The superuser in a database that nobody renames, with everybody else out of intake's. */
async function elsewhere(): Promise<{ client: Client; close: () => Promise<void> }> {
  const client = new Client(place.adminUrl());
  await client.connect();
  await client.query('alter database huiyin_intake allow_connections false');
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'huiyin_intake'`,
  );
  return {
    client,
    close: async () => {
      await client.query('alter database huiyin_intake allow_connections true');
      await client.end();
    },
  };
}

/** A PATH with what the servers need and nothing else. */
async function pathWithoutBrowser(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-path-'));
  for (const name of ['id', 'nats-server', 'redis-server']) {
    const program = findProgram(name);
    if (program !== undefined) await symlink(program, join(folder, name));
  }
  afterAll(() => rm(folder, { recursive: true }));
  return folder;
}
