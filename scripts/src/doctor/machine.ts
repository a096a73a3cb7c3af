import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '@huiyin/deploy/servers/chromium';
import { findProgram } from '@huiyin/deploy/servers/find-program';
import { postgresHome } from '@huiyin/deploy/servers/postgres-home';
import { REPOSITORY, type StateDirectory } from '@huiyin/deploy/state-directory';
import type { Topology } from '@huiyin/deploy/topology';
import { preflight } from '../preflight.ts';
import type { StartOptions } from '../start-options.ts';
import { fine, wrong, type Finding } from './finding.ts';

/** Postgres keeps a good part of this for itself alone when write-ahead segments pile up. */
const LEAST_FREE_BYTES = 2 * 1024 ** 3;

/** What must hold before anything runs: the pinned Node, server programs, the tests' browser, room on the disk. */
export async function examineMachine(
  state: StateDirectory,
  { environment }: StartOptions,
): Promise<readonly Finding[]> {
  return [
    examineNode(),
    await examinePostgres(state, environment.DATABASE_URL),
    examineProgram('nats-server', environment.NATS_URL, 'NATS_URL'),
    examineProgram('redis-server', environment.REDIS_URL, 'REDIS_URL'),
    examineChromium(),
    await examineDisk(state),
  ];
}

/** What must hold for a start when nothing runs yet: free ports, complete sources, servers that answer. */
export async function examineStart(topology: Topology, options: StartOptions): Promise<readonly Finding[]> {
  const problems = await preflight(topology, options);
  const what = 'ports, sources and given servers';
  return problems.length === 0 ? [fine(what)] : problems.map((line) => wrong(what, line));
}

function examineNode(): Finding {
  const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    readonly devDependencies: { readonly node: string };
  };
  const pinned = manifest.devDependencies.node;
  const running = process.versions.node;
  return running === pinned
    ? fine(`Node ${pinned}`)
    : wrong('Node', `Node ${running} runs instead of ${pinned}: use npm run doctor, not node`);
}

async function examinePostgres(state: StateDirectory, given: string | undefined): Promise<Finding> {
  if (given !== undefined) return fine('Postgres from DATABASE_URL');
  try {
    await postgresHome(state.postgres);
    return fine('Postgres binaries');
  } catch (error) {
    return wrong('Postgres binaries', error instanceof Error ? error.message : String(error));
  }
}

function examineProgram(name: string, given: string | undefined, variable: string): Finding {
  if (given !== undefined) return fine(`${name} from ${variable}`);
  if (findProgram(name) !== undefined) return fine(name);
  return wrong(name, `${name} is not installed; npm start installs it where it may, or set ${variable}`);
}

function examineChromium(): Finding {
  if (findChromium() !== undefined) return fine('chromium');
  return wrong('chromium', 'chromium is not installed; npm test needs it and installs it where it may');
}

async function examineDisk(state: StateDirectory): Promise<Finding> {
  const { bavail, bsize } = await statfs(state.root);
  const free = bavail * bsize;
  const gigabytes = (free / 1024 ** 3).toFixed(1);
  return free >= LEAST_FREE_BYTES
    ? fine(`disk: ${gigabytes} GB free`)
    : wrong('disk', `only ${gigabytes} GB are free on the disk of ${state.root}`);
}
