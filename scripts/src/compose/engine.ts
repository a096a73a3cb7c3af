import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isErrno } from '@huiyin/deploy/processes/process-identity';
import { findProgram } from '@huiyin/deploy/servers/find-program';
import { becomesReady } from '@huiyin/deploy/servers/ports';
import { lastLine } from '@huiyin/deploy/servers/run-program';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { DEFAULT_STATE_ROOT, REPOSITORY } from '@huiyin/deploy/state-directory';
import { runCommand } from '../run-check.ts';
import { findClients, installClients, type Clients } from './clients.ts';

/** Images that were made stay from one run to the next. */
const DATA = join(DEFAULT_STATE_ROOT, 'compose', 'engine');
const LOG = join(DEFAULT_STATE_ROOT, 'compose', 'dockerd.log');
/** Sockets must have short paths. */
const RUN = join(
  tmpdir(),
  `huiyin-engine-${createHash('sha256').update(REPOSITORY).digest('hex').slice(0, 8)}`,
);
const SOCKET = `unix://${RUN}/docker.sock`;
const PID_FILE = join(RUN, 'docker.pid');
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 60_000;
const POLL_MS = 300;

/** A Docker engine and the programs that speak to it. */
export interface Engine extends Clients {
  /** `20.10.24, overlay2, started by this run` */
  readonly description: string;
  /** What the clients need in their environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends the engine if this run started it. */
  stop(): Promise<void>;
}

/** The engine that answers already, else one of our own, with its programs from Debian where they are missing. */
export async function provideEngine(say: (line: string) => void): Promise<Engine> {
  const present = await findClients();
  const given = present === undefined ? undefined : await describe(present, {});
  if (present !== undefined && given !== undefined)
    return { ...present, description: `${given}, was running`, env: {}, stop: async () => undefined };
  const hasAll = present !== undefined && findProgram('dockerd') !== undefined;
  return ownEngine(hasAll ? present : await installClients(say));
}

async function ownEngine(clients: Clients): Promise<Engine> {
  const env = { DOCKER_HOST: SOCKET };
  const left = runningPid();
  if (left === undefined) await startDaemon();
  const ready = await becomesReady(
    async () => (await describe(clients, env)) !== undefined,
    READY_WITHIN_MS,
    new Promise(() => undefined),
    POLL_MS,
  );
  if (!ready) throw new StartupFailure(`dockerd did not start: ${lastLine(readFileSync(LOG, 'utf8'))}`);
  const by = left === undefined ? 'started by this run' : 'left by an earlier run';
  return { ...clients, description: `${await describe(clients, env)}, ${by}`, env, stop: stopDaemon };
}

async function describe(
  { docker }: Clients,
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { code, output } = await runCommand(docker, ['info', '--format', '{{.ServerVersion}}, {{.Driver}}'], {
    env,
  });
  return code === 0 ? lastLine(output) : undefined;
}

/** Without the default bridge, which another engine may have: compose makes networks of its own. */
async function startDaemon(): Promise<void> {
  const program = findProgram('dockerd');
  if (program === undefined) throw new StartupFailure('dockerd cannot be found after the installation');
  if (process.getuid?.() !== 0)
    throw new StartupFailure('no Docker engine answers, and only root may start one');
  for (const folder of [DATA, RUN]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = openSync(LOG, 'w');
  const where = [
    '--host',
    SOCKET,
    '--data-root',
    DATA,
    '--exec-root',
    join(RUN, 'exec'),
    '--pidfile',
    PID_FILE,
  ];
  // In a group of its own: Ctrl-C must not end it before its containers are taken down.
  const child = spawn(program, [...where, '--bridge', 'none'], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  closeSync(log);
}

async function stopDaemon(): Promise<void> {
  const pid = runningPid();
  if (pid === undefined) return;
  process.kill(pid, 'SIGTERM');
  const gone = async (): Promise<boolean> => runningPid() === undefined;
  if (!(await becomesReady(gone, STOP_WITHIN_MS, new Promise(() => undefined), POLL_MS)))
    throw new Error(`dockerd (process ${pid}) does not stop; see ${LOG}`);
}

function runningPid(): number | undefined {
  if (!existsSync(PID_FILE)) return undefined;
  const pid = Number(readFileSync(PID_FILE, 'utf8'));
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    if (isErrno(error, 'ESRCH')) return undefined;
    throw error;
  }
}
