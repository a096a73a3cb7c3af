import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingProcesses } from '@huiyin/deploy/processes/pid-files';
import { runProgram } from '@huiyin/deploy/servers/run-program';
import { freePortRange } from '@huiyin/deploy/servers/ports';
import { REPOSITORY, stateDirectory } from '@huiyin/deploy/state-directory';
import { PORT_SPAN } from '@huiyin/deploy/topology';
import { waitFor } from '@huiyin/testkit/wait-for';

/** Two services are enough to see how processes are started, watched and ended. */
const ONLY = 'directory,intake';
const READY_WITHIN_MS = 60_000;

/** One place on disk with ports of its own, where `start` may run several times. */
export interface StartPlace {
  readonly ports: { readonly base: number; readonly gateway: number };
  run(env?: Readonly<Record<string, string>>): StartRun;
  /** Pids by name, as the run directory lists them. */
  pid(name: string): number;
  /** Command lines of everything that still runs out of this place. */
  processes(): Promise<readonly string[]>;
  remove(): Promise<void>;
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
  return {
    ports,
    run: (env = {}) => {
      const child = spawn(process.execPath, [join(REPOSITORY, 'scripts/src/start.ts'), '--only', ONLY], {
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          HUIYIN_STATE: root,
          HUIYIN_PORT: String(ports.gateway),
          HUIYIN_PORT_BASE: String(ports.base),
          ...env,
        },
        // It ends when this test process is killed.
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      return follow(child);
    },
    pid: (name) => {
      const file = join(stateDirectory(root).run, `${name}.json`);
      return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid;
    },
    processes: async () => {
      const { output } = await runProgram('ps', ['-e', '-o', 'pid=,args=']);
      const recorded = livingProcesses(stateDirectory(root).run).map(({ name, pid }) => `${pid} ${name}`);
      return [...recorded, ...output.split('\n').filter((line) => line.includes(root))];
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
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
