import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestNote } from './note-reporter.ts';
import { CHECKS } from './checks.ts';
import { endCommands, runCommand } from './run-check.ts';
import { stopRequested } from './stop-request.ts';

/** A run that takes longer hangs. Milliseconds. */
const TESTS_TIMEOUT_MS = 30 * 60_000;

/** The projects, one after another so that no test competes with another project's servers. */
const PROJECTS = [
  // On two cores Vitest would take one worker, which leaves the other idle.
  ['--project', 'unit', '--maxWorkers', '2'],
  // Here it would mostly wait: for servers, for seals, for pauses between attempts.
  ['--project', 'integration', '--maxWorkers', '2'],
  // Ten processes for nearly every file of system, and Chromium beside ten for browser, are slow on two cores: each third
  // is given the time of a whole project.
  ['--project', 'system', '--maxWorkers', '2', '--shard', '1/3'],
  ['--project', 'system', '--maxWorkers', '2', '--shard', '2/3'],
  ['--project', 'system', '--maxWorkers', '2', '--shard', '3/3'],
  // Three replicas in trouble have the machine for themselves.
  ['--project', 'replicas'],
  ['--project', 'mechanisms'],
  ['--project', 'year'],
  ['--project', 'browser', '--shard', '1/3'],
  ['--project', 'browser', '--shard', '2/3'],
  ['--project', 'browser', '--shard', '3/3'],
] as const;

/** Of this run; it goes with it, however it ends. */
let cityFolder: string | undefined;

/** What a whole run comes to. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, once more at the end of a long log. */
  readonly failures: string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

async function runChecks(tally: Tally): Promise<void> {
  for (const check of CHECKS) {
    const started = performance.now();
    const wrong = await check.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (wrong === undefined) tally.passed += 1;
    else {
      tally.failed += 1;
      tally.failures.push(check.name);
    }
    process.stdout.write(
      wrong === undefined ? `✓ ${check.name} (${seconds} s)\n` : `✗ ${check.name}\n${wrong}\n`,
    );
  }
}

/** All test projects; a file that fails to load or a hook that fails counts as one failure. */
async function runTests(tally: Tally, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-test-'));
  const file = join(folder, 'report.json');
  const notes = join(folder, 'notes');
  try {
    const { code } = await runCommand(
      'vitest',
      [
        'run',
        '--reporter=default',
        '--reporter=json',
        '--reporter=./scripts/src/note-reporter.ts',
        `--outputFile.json=${file}`,
        ...args,
      ],
      { show: true, timeoutMs: TESTS_TIMEOUT_MS, env: { ...more, NO_COLOR: '1', HUIYIN_TEST_NOTES: notes } },
    );
    const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
    tally.passed += report.numPassedTests;
    tally.failed += report.numFailedTests;
    tally.skipped += report.numPendingTests + report.numTodoTests;
    // Vitest also fails for errors outside of any test: an unhandled rejection, a file that cannot be loaded.
    if (code !== 0 && report.numFailedTests === 0) tally.failed += 1;
  } catch (error) {
    process.stdout.write(`✗ the test runner left no report: ${String(error)}\n`);
    tally.failed += 1;
    tally.failures.push(`${args.join(' ')}: no report`);
  } finally {
    // A run that was ended has noted what failed before.
    const kept = await notesIn(notes);
    showSkips(kept);
    tally.failures.push(...kept.flatMap(({ kind, text }) => (kind === 'failed' ? [text] : [])));
    await rm(folder, { recursive: true, force: true });
  }
}

/** A folder for the demo city that the systems of a whole run begin with; see packages/testkit/src/seeded-city.ts. */
async function withSeededCity(run: (env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  cityFolder = await mkdtemp(join(tmpdir(), 'huiyin-city-'));
  try {
    await run({ HUIYIN_SEEDED_CITY: cityFolder });
  } finally {
    await forgetCity();
  }
}

async function forgetCity(): Promise<void> {
  if (cityFolder !== undefined) await rm(cityFolder, { recursive: true, force: true });
}

async function notesIn(file: string): Promise<readonly TestNote[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TestNote);
}

/** Why tests were skipped, as the tests noted it. */
function showSkips(notes: readonly TestNote[]): void {
  const reasons = new Set(notes.flatMap(({ kind, text }) => (kind === 'skipped' ? [text] : [])));
  for (const reason of reasons) process.stdout.write(`skipped: ${reason}\n`);
}

void stopRequested().then(async () => {
  await endCommands();
  await forgetCity();
  process.exit(1);
});
const tally: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
const args = process.argv.slice(2);
if (args.length === 0) {
  await runChecks(tally);
  await withSeededCity(async (env) => {
    for (const project of PROJECTS) await runTests(tally, project, env);
  });
} else {
  await runTests(tally, args);
}
for (const failure of tally.failures) process.stdout.write(`✗ ${failure}\n`);
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`);
process.exit(tally.failed === 0 ? 0 : 1);
