import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_STATE_ROOT, REPOSITORY } from '@huiyin/deploy/state-directory';
import { complain, say } from './console.ts';
import { endCommands, runCommand } from './run-check.ts';
import { gallery } from './screenshots/gallery.ts';
import type { Look } from './screenshots/look.ts';
import { lookTable } from './screenshots/look-table.ts';
import { stopRequested } from './stop-request.ts';

/** Every page of every role, twice, in four states of the data, on a small machine. */
const TIMEOUT_MS = 60 * 60_000;
const FOLDER = join(DEFAULT_STATE_ROOT, 'screenshots');
const REPORT = join(FOLDER, 'looks.json');
const DESIGN = join(REPOSITORY, '..', 'shared', 'design');

void stopRequested().then(async () => {
  await endCommands();
  process.exit(1);
});

const OPTIONS = {
  url: { type: 'string' },
  state: { type: 'string' },
  role: { type: 'string' },
  page: { type: 'string' },
} as const;

/** What the look-over is told about, as variables. */
function environment(): NodeJS.ProcessEnv {
  const { values } = parseArgs({ options: OPTIONS });
  const given = Object.entries(values).map(([name, value]) => [
    `HUIYIN_SCREENSHOTS_${name.toUpperCase()}`,
    value,
  ]);
  return { NO_COLOR: '1', HUIYIN_SCREENSHOTS_REPORT: REPORT, ...Object.fromEntries(given) };
}

/** `npm run screenshots`: exit code 1 when a page has a fault, or was not looked at. */
async function main(): Promise<number> {
  const env = environment();
  await rm(REPORT, { force: true });
  await mkdir(FOLDER, { recursive: true });
  const args = ['run', '--project', 'screenshots', '--reporter=verbose'];
  const { code } = await runCommand('vitest', args, { show: true, timeoutMs: TIMEOUT_MS, env });
  const looks = JSON.parse(await readFile(REPORT, 'utf8')) as readonly Look[];
  const hasDesign = existsSync(DESIGN);
  if (!hasDesign)
    say('../shared/design does not lie beside this clone: pictures stand without their targets');
  const page = gallery(looks, hasDesign ? relative(FOLDER, DESIGN) : undefined);
  await writeFile(join(FOLDER, 'index.html'), page);
  process.stdout.write(`\n${lookTable(looks)}\n`);
  say(`${looks.length} pictures: ${join(FOLDER, 'index.html')}`);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
