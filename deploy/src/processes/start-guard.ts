import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('./guard.ts', import.meta.url));

/** Starts the process that ends everything recorded in `runDirectory` once this process is gone. Call `release` when nothing is left to end. */
export function startGuard(runDirectory: string): { release(): void } {
  const guard = spawn(process.execPath, [GUARD, runDirectory, String(process.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  guard.unref();
  return { release: () => guard.stdin.destroy() };
}
