import { spawn, type ChildProcess } from 'node:child_process';
import { REPOSITORY } from '@huiyin/deploy/state-directory';

/** How a command ended, with everything it said. */
export interface CommandOutcome {
  readonly code: number;
  readonly output: string;
}

interface CommandOptions {
  readonly show?: boolean;
  readonly timeoutMs?: number;
  readonly env?: NodeJS.ProcessEnv;
}

const KILL_AFTER_MS = 10_000;
/** A grandchild may hold the pipe open after its parent has ended; what it says then is nobody's. */
const PIPE_GRACE_MS = 2_000;
const TIMED_OUT = 124;

const running = new Set<ChildProcess>();

/** Runs a program of the repository and waits for its end; its output is kept, and shown line by line if asked. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: REPOSITORY,
      env: {
        ...process.env,
        PATH: `${REPOSITORY}node_modules/.bin:${process.env['PATH'] ?? ''}`,
        ...options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (options.show === true) process.stderr.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const limit = limitTime(child, options.timeoutMs);
    running.add(child);
    const done = (code: number | null): void => {
      running.delete(child);
      resolve(
        limit.over()
          ? { code: TIMED_OUT, output: `${output}\n${command}: took too long` }
          : { code: code ?? 1, output },
      );
    };
    child.once('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: `${command}: ${error.message}` });
    });
    child.once('exit', (code) => setTimeout(done, PIPE_GRACE_MS, code).unref());
    child.once('close', done);
  });
}

function limitTime(child: ChildProcess, timeoutMs: number | undefined): { over(): boolean } {
  if (timeoutMs === undefined) return { over: () => false };
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    end(child);
  }, timeoutMs);
  child.once('exit', () => clearTimeout(timer));
  return { over: () => isOver };
}

/** Ends every program that still runs; done when they are gone. */
export async function endCommands(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      end(child);
      return gone;
    }),
  );
}

function end(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  child.once('exit', () => clearTimeout(timer));
}
