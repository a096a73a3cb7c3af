import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { Client } from 'pg';
import { describeExit, launch, type ManagedProcess } from '../processes/managed-process.ts';
import { inheritedEnvironment } from '../processes/inherited-environment.ts';
import { STOP } from '../processes/stop-order.ts';
import type { StateDirectory } from '../state-directory.ts';
import { LOOPBACK } from '../topology.ts';
import {
  createDataDirectory,
  postgresHome,
  removeDataDirectory,
  type PostgresHome,
} from './postgres-home.ts';
import { becomesReady } from './ports.ts';
import type { RunningServer } from './running-server.ts';
import { lastLine, runProgram } from './run-program.ts';
import { StartupFailure } from './startup-failure.ts';

export const SUPERUSER = 'postgres';
const READY_TIMEOUT_MS = 60_000;
/** The backends of a killed postmaster need a moment to notice; until then its shared memory is held. */
const START_ATTEMPTS = 3;
const RETRY_DELAY_MS = 1_000;

/** What Huiyin asks of any Postgres it starts. */
export const POSTGRES_SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '300',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Every statement of the services is short; a forgotten transaction must not hold a case row for ever.
  idle_in_transaction_session_timeout: '60s',
  fsync: 'on',
};
/** Sorting and trigrams that are the same on every machine and know Chinese; see docs/adr on the choice of locale. */
export const INITDB_LOCALE: readonly string[] = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

const SETTINGS: Readonly<Record<string, string>> = {
  ...POSTGRES_SETTINGS,
  listen_addresses: LOOPBACK,
  // No socket files: nothing outside the state directory, and two clusters cannot meet.
  unix_socket_directories: '',
};

/** Starts Postgres 18 on its own data directory, which is made when it is not there. */
export async function startPostgres(
  state: StateDirectory,
  port: number,
  password: string,
): Promise<RunningServer> {
  const home = await postgresHome(state.postgres);
  if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, password);
  const url = `postgres://${SUPERUSER}:${encodeURIComponent(password)}@${LOOPBACK}:${port}/postgres`;
  for (let attempt = 1; ; attempt += 1) {
    const process = launchPostgres(home, state, port);
    const probe = { version: undefined as string | undefined };
    const answers = async (): Promise<boolean> => (probe.version = await serverVersion(url)) !== undefined;
    if (await becomesReady(answers, READY_TIMEOUT_MS, process.exited)) {
      return { name: 'postgres', version: probe.version ?? '', url, process };
    }
    await process.stop();
    if (attempt === START_ATTEMPTS) {
      const reason = describeExit(await process.exited);
      throw new StartupFailure(`Postgres did not start (${reason}); see ${join(state.logs, 'postgres.log')}`);
    }
    await sleep(RETRY_DELAY_MS);
  }
}

export async function removePostgresData(state: StateDirectory): Promise<void> {
  removeDataDirectory(await postgresHome(state.postgres));
}

function launchPostgres(home: PostgresHome, state: StateDirectory, port: number): ManagedProcess {
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  return launch({
    ...STOP.postgres,
    name: 'postgres',
    command: home.postgres,
    args: ['-D', home.data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { ...inheritedEnvironment(), LC_ALL: 'C' },
    cwd: home.data,
    runDirectory: state.run,
    output: { file: join(state.logs, 'postgres.log') },
    ...(home.user === undefined ? {} : { user: home.user }),
  });
}

async function initialise(home: PostgresHome, password: string): Promise<void> {
  // What an interrupted initdb left would make the next one refuse.
  removeDataDirectory(home);
  createDataDirectory(home);
  const passwordFile = writePasswordFile(home, password);
  try {
    const { code, output } = await runProgram(home.initdb, initdbArguments(home, passwordFile), {
      cwd: home.data,
      env: { ...inheritedEnvironment(), LC_ALL: 'C' },
      ...home.user,
    });
    if (code !== 0) throw new StartupFailure(`initdb failed: ${lastLine(output)}`);
  } catch (error) {
    removeDataDirectory(home);
    throw error;
  } finally {
    rmSync(dirname(passwordFile), { recursive: true });
  }
}

function initdbArguments({ data }: PostgresHome, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...INITDB_LOCALE,
  ];
}

/** In a folder of its own that only the account running initdb may enter. */
function writePasswordFile({ user }: PostgresHome, password: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'huiyin-'));
  const file = join(directory, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) {
    chownSync(file, user.uid, user.gid);
    chownSync(directory, user.uid, user.gid);
  }
  return file;
}

async function serverVersion(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version;
  } catch {
    // Not yet: refused, or still starting up.
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
