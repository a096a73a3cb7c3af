import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MECHANISMS } from './mechanisms/mechanisms.ts';
import { mechanismTable, type TestFile } from './mechanisms/mechanism-table.ts';
import { endCommands, runCommand } from './run-check.ts';
import { stopRequested } from './stop-request.ts';

/** Two projects, and in one of them a second year. */
const TIMEOUT_MS = 36 * 60_000;

void stopRequested().then(async () => {
  await endCommands();
  process.exit(1);
});

const folder = await mkdtemp(join(tmpdir(), 'huiyin-mechanisms-'));
try {
  const file = join(folder, 'report.json');
  const args = [
    'run',
    '--project',
    'mechanisms',
    '--project',
    'year',
    '--reporter=default',
    '--reporter=json',
  ];
  const { code } = await runCommand(
    'vitest',
    [...args, `--outputFile.json=${file}`, ...process.argv.slice(2)],
    {
      show: true,
      timeoutMs: TIMEOUT_MS,
      env: { NO_COLOR: '1', HUIYIN_YEAR_AGAIN: 'yes' },
    },
  );
  const report = JSON.parse(await readFile(file, 'utf8')) as { readonly testResults: readonly TestFile[] };
  process.stdout.write(`\n${mechanismTable(MECHANISMS, report.testResults)}\n`);
  process.exitCode = code;
} finally {
  await rm(folder, { recursive: true, force: true });
}
