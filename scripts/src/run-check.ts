import { spawn } from 'node:child_process';
import { REPOSITORY } from '@huiyin/deploy/state-directory';

/** How a command ended, with everything it said. */
export interface CommandOutcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of the repository and waits for its end; its output is kept, and shown line by line if asked. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly show?: boolean; readonly timeoutMs?: number; readonly env?: NodeJS.ProcessEnv } = {},
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
      ...(options.timeoutMs === undefined
        ? {}
        : { timeout: options.timeoutMs, killSignal: 'SIGTERM' as const }),
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (options.show === true) process.stderr.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
