import { join } from 'node:path';
import { runProgram } from '@huiyin/deploy/servers/run-program';
import { REPOSITORY } from '@huiyin/deploy/state-directory';

/** Runs one of the project's commands as its own process, as `npm run` does; answers exit code and output. */
export function runCommand(
  command: 'audit-verify' | 'dead-letters',
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  return runProgram(process.execPath, [join(REPOSITORY, 'scripts', 'src', `${command}.ts`), ...args]);
}
