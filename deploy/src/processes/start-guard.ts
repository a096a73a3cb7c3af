import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('./guard.ts', import.meta.url));

export interface Guard {
  /** Lets it go when nothing is left to end; done when it is gone too. */
  release(): Promise<void>;
}

/** Starts the process that ends everything recorded in `runDirectory` once this process is gone. */
export function startGuard(runDirectory: string): Guard {
  const guard = spawn(process.execPath, [GUARD, runDirectory, String(process.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  guard.unref();
  const gone = new Promise<void>((resolve) => {
    guard.once('error', () => resolve());
    guard.once('exit', () => resolve());
  });
  return {
    release: () => {
      guard.ref();
      guard.stdin.destroy();
      return gone;
    },
  };
}
