import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresHome } from '@huiyin/deploy/servers/postgres-home';
import { lastLine, runProgram } from '@huiyin/deploy/servers/run-program';
import { stateDirectory, type StateDirectory } from '@huiyin/deploy/state-directory';

/** Names the folder in which one whole test run keeps the demo city that all its systems begin with. */
const SEEDED_CITY = 'HUIYIN_SEEDED_CITY';
const POSTGRES = 'postgres-data';

/** Where the run keeps its city; undefined when nobody asked for one, and every system seeds its own. */
export function seededCityFolder(): string | undefined {
  const folder = process.env[SEEDED_CITY];
  return folder === undefined ? undefined : join(folder, 'city');
}

/** Copies what a stopped system has stored: databases, the broker's streams, passwords and keys. Sessions are not kept. */
export async function keepCity(from: StateDirectory, folder: string): Promise<void> {
  const half = `${folder}.half`;
  await mkdir(half, { recursive: true });
  await copy((await postgresHome(from.postgres)).data, join(half, POSTGRES));
  const to = stateDirectory(half);
  await copy(from.nats, to.nats);
  await copy(from.secrets, to.secrets);
  await rename(half, folder);
}

/** Puts the run's city into an empty state directory; false when there is none. */
export async function beginWithCity(state: StateDirectory): Promise<boolean> {
  const folder = seededCityFolder();
  if (folder === undefined || !existsSync(folder)) return false;
  const from = stateDirectory(folder);
  await copy(join(folder, POSTGRES), (await postgresHome(state.postgres)).data);
  await copy(from.nats, state.nats);
  await copy(from.secrets, state.secrets);
  return true;
}

/** With owners and modes, which Postgres insists on and Node's own copying does not keep. */
async function copy(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  const { code, output } = await runProgram('cp', ['-a', from, to]);
  if (code !== 0) throw new Error(`${from} was not copied: ${lastLine(output)}`);
}
