import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingProcesses } from '@huiyin/deploy/processes/pid-files';
import { openSecrets } from '@huiyin/deploy/secrets';
import { runProgram } from '@huiyin/deploy/servers/run-program';
import { freePortRange } from '@huiyin/deploy/servers/ports';
import { REPOSITORY, stateDirectory, type StateDirectory } from '@huiyin/deploy/state-directory';
import { LOOPBACK, PORT_SPAN } from '@huiyin/deploy/topology';
import { waitFor } from '@huiyin/testkit/wait-for';

/** Two services are enough to see how processes are started, watched and ended. */
const ONLY = 'directory,intake';
const READY_WITHIN_MS = 60_000;

/** One place on disk with ports of its own, where `start` may run several times. */
export interface StartPlace {
  readonly ports: { readonly base: number; readonly gateway: number };
  /** `npm start`, with more arguments if wanted. */
  run(env?: Readonly<Record<string, string>>, ...more: readonly string[]): StartRun;
  /** `npm run doctor` for this place, to its end. */
  doctor(env?: Readonly<Record<string, string>>): Promise<DoctorReport>;
  /** Pids by name, as the run directory lists them. */
  pid(name: string): number;
  readonly state: StateDirectory;
  /** A superuser's way into the Postgres that runs here. */
  adminUrl(): string;
  /** Command lines of everything that still runs out of this place. */
  processes(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

interface DoctorReport {
  readonly code: number;
  /** What it found in order. */
  readonly fine: readonly string[];
  /** What it found wrong, one line each, but for a missing browser, which a start does not need. */
  readonly wrong: readonly string[];
  /** The line about a missing browser. */
  readonly browser: string | undefined;
}

export interface StartRun {
  readonly child: ChildProcess;
  output(): string;
  ready(): Promise<void>;
  /** Exit code, once it has ended. */
  ended(): Promise<number | null>;
}

export async function startPlace(): Promise<StartPlace> {
  const root = await mkdtemp(join(tmpdir(), 'huiyin-start-'));
  const base = await freePortRange(PORT_SPAN + 1);
  const ports = { base, gateway: base + PORT_SPAN };
  const state = stateDirectory(root);
  const own = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    HUIYIN_STATE: root,
    HUIYIN_PORT: String(ports.gateway),
    HUIYIN_PORT_BASE: String(ports.base),
  };
  return {
    ports,
    state,
    adminUrl: () =>
      `postgres://postgres:${openSecrets(state).password('postgres')}@${LOOPBACK}:${ports.base}/postgres`,
    run: (env = {}, ...more) => {
      const args = [join(REPOSITORY, 'scripts/src/start.ts'), '--only', ONLY, ...more];
      return follow(
        spawn(process.execPath, args, {
          env: { ...own, ...env },
          // It ends when this test process is killed.
          stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        }),
      );
    },
    doctor: async (env = {}) => {
      const args = [join(REPOSITORY, 'scripts/src/doctor.ts'), '--only', ONLY];
      const { code, output } = await runProgram(process.execPath, args, { env: { ...own, ...env } });
      const lines = output.trim().split('\n');
      const problems = marked(lines, '✗');
      const browser = problems.find((line) => line.startsWith('chromium '));
      return { code, fine: marked(lines, '✓'), wrong: problems.filter((line) => line !== browser), browser };
    },
    pid: (name) => {
      const file = join(state.run, `${name}.json`);
      return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid;
    },
    processes: async () => {
      const { output } = await runProgram('ps', ['-e', '-o', 'pid=,args=']);
      const recorded = livingProcesses(state.run).map(({ name, pid }) => `${pid} ${name}`);
      return [...recorded, ...output.split('\n').filter((line) => line.includes(root))];
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

function marked(lines: readonly string[], mark: string): readonly string[] {
  const start = `huiyin: ${mark} `;
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}

function follow(child: ChildProcess): StartRun {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    output: () => output,
    ready: async () => {
      const found = await waitFor(
        'the start to be ready',
        () => Promise.resolve(output.includes('ready after') ? 'ready' : child.exitCode !== null && 'ended'),
        READY_WITHIN_MS,
      );
      if (found === 'ended') throw new Error(`the start ended instead:\n${output}`);
    },
    ended: () => exit,
  };
}
