import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { forgetProcess, recordProcess, stopProcess, type ProcessRecord, type StopPlan } from './pid-files.ts';

export interface Launch extends StopPlan {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Where the process writes its pid file. */
  readonly runDirectory: string;
  /** A file takes the output as it is; `pipe` gives it to the starter, with an IPC channel that closes when the starter dies. */
  readonly output: { readonly file: string } | 'pipe';
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface ExitStatus {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when the process could not even be started. */
  readonly error?: Error;
}

export interface ManagedProcess {
  readonly name: string;
  readonly child: ChildProcess;
  /** Settles once, when the process has ended for whatever reason. */
  readonly exited: Promise<ExitStatus>;
  /** Ends it by its plan; done when it is gone. */
  stop(): Promise<void>;
}

/** Starts a process in a session of its own (Ctrl-C in the terminal reaches the starter only) and writes it down. */
export function launch(options: Launch): ManagedProcess {
  const log = options.output === 'pipe' ? undefined : openSync(options.output.file, 'a');
  const child = spawn(options.command, options.args, {
    detached: true,
    env: options.env,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdio: log === undefined ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', log, log],
    ...options.user,
  });
  if (log !== undefined) closeSync(log);
  const exited = new Promise<ExitStatus>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const record = child.pid === undefined ? undefined : write(options, child.pid);
  if (record !== undefined) void exited.then(() => forgetProcess(options.runDirectory, record));
  return {
    name: options.name,
    child,
    exited,
    stop: async () => {
      if (record !== undefined && child.exitCode === null && child.signalCode === null)
        await stopProcess(record);
      await exited;
    },
  };
}

export function describeExit({ code, signal, error }: ExitStatus): string {
  if (error !== undefined) return error.message;
  return signal === null ? `exit code ${code}` : `killed by ${signal}`;
}

function write(options: Launch, pid: number): ProcessRecord | undefined {
  const { name, stage, signal, timeoutMs, runDirectory } = options;
  return recordProcess(runDirectory, { name, pid, stage, signal, timeoutMs });
}
