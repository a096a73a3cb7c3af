import { findProgram, findPrograms } from '@huiyin/deploy/servers/find-program';
import { installDebianPackages } from '@huiyin/deploy/servers/install-servers';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { runCommand } from '../run-check.ts';

/** From this release on the client leaves builds with secrets to a plugin. */
const BUILDX_NEEDED_FROM = 23;

/** The programs that speak to an engine. */
export interface Clients {
  readonly docker: string;
  /** `docker compose`, or the older program of its own. */
  readonly compose: readonly [string, ...string[]];
}

/** Clients and an engine from Debian. Throws a StartupFailure where this user cannot install them. */
export async function installClients(say: (line: string) => void): Promise<Clients> {
  await installDebianPackages(['docker.io', 'docker-compose'], say);
  const installed = await findClients();
  if (installed === undefined) throw new StartupFailure('docker cannot be used after the installation');
  return installed;
}

/** A client that builds with secrets, and Compose; undefined where one of them is missing. */
export async function findClients(): Promise<Clients | undefined> {
  for (const docker of findPrograms('docker')) {
    if (!(await buildsWithSecrets(docker))) continue;
    if (await succeeds(docker, ['compose', 'version'])) return { docker, compose: [docker, 'compose'] };
    const compose = findProgram('docker-compose');
    if (compose !== undefined) return { docker, compose: [compose] };
  }
  return undefined;
}

async function buildsWithSecrets(docker: string): Promise<boolean> {
  const { output } = await runCommand(docker, ['--version']);
  const major = Number(/version (\d+)\./.exec(output)?.[1] ?? 0);
  return major < BUILDX_NEEDED_FROM || succeeds(docker, ['buildx', 'version']);
}

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return (await runCommand(program, args)).code === 0;
}
