import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';

/** One `npm run import` as its own process. */
export interface ImportRun {
  readonly child: ChildProcess;
  /** Exit code (null when killed) and the lines of standard output. */
  readonly ended: Promise<{ readonly code: number | null; readonly lines: readonly string[] }>;
  /** What it showed of its progress. */
  progress(): string;
}

export function runImport(gatewayUrl: string, ...args: readonly string[]): ImportRun {
  const script = join(REPOSITORY, 'scripts/src/import.ts');
  const child = spawn(process.execPath, [script, ...args, '--url', gatewayUrl], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      said[name] += chunk.toString('utf8');
    });
  }
  return {
    child,
    ended: new Promise((resolve) => {
      child.once('close', (code) => resolve({ code, lines: said.stdout.trim().split('\n') }));
    }),
    progress: () => said.stderr,
  };
}
