import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { readBenchOptions } from './bench/bench-options.ts';
import { complain, say } from './console.ts';
import { endCommands, runCommand } from './run-check.ts';
import { stopRequested } from './stop-request.ts';

/** All works at full size, on a small machine. */
const TIMEOUT_MS = 4 * 60 * 60_000;
const RESULTS = join(REPOSITORY, 'tests/load/results');

void stopRequested().then(async () => {
  await endCommands();
  process.exit(1);
});

/** `npm run bench`: exit code 1 when something could not be measured. A goal that is missed is a result, not a failure. */
async function main(args: readonly string[]): Promise<number> {
  const parsed = readBenchOptions(args);
  if ('problem' in parsed) {
    complain(parsed.problem);
    return 2;
  }
  const { code } = await runCommand(process.execPath, [join(REPOSITORY, 'tests/load/main.ts'), ...args], {
    show: true,
    timeoutMs: TIMEOUT_MS,
  });
  if (code !== 0) return code;
  process.stdout.write(`\n${await readFile(join(RESULTS, 'bench.md'), 'utf8')}\n`);
  say(`figures of every round: ${join(RESULTS, 'bench.json')}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
