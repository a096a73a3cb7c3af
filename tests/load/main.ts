import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { readBenchOptions, type BenchOptions } from '@huiyin/scripts/bench/bench-options';
import { ratioOf, verdictOf, type BenchRow } from '@huiyin/scripts/bench/bench-row';
import { benchTable } from '@huiyin/scripts/bench/bench-table';
import { stopRequested } from '@huiyin/scripts/stop-request';
import { p1 } from './p1.ts';
import { p2 } from './p2.ts';
import { p6 } from './p6.ts';
import { p7 } from './p7.ts';
import { p8 } from './p8.ts';
import type { Work } from './work.ts';

/** In the order in which they are run. Each starts what it measures and stops it. */
const WORKS: readonly Work[] = [p1, p2, p6, p7, p8];
const RESULTS = join(REPOSITORY, 'tests/load/results');
const GIB = 2 ** 30;

const startedAt = performance.now();

/** One line of progress, with the minutes and seconds since the beginning. */
function say(line: string): void {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const [minute, second] = [Math.floor(seconds / 60), seconds % 60].map((n) => String(n).padStart(2, '0'));
  process.stderr.write(`bench ${minute}:${second} ${line}\n`);
}

async function runAll(options: BenchOptions): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  const asked = WORKS.filter(({ ids }) => ids.some((id) => options.works.includes(id)));
  for (const [index, work] of asked.entries()) {
    const name = work.ids.join(', ');
    say(`${name} begins (${index + 1} of ${asked.length})`);
    const context = { options, say: (line: string) => say(`${name}: ${line}`), nodeArguments };
    rows.push(...(await work.run(context)));
  }
  return rows.filter(({ work }) => options.works.includes(work));

  function nodeArguments(): readonly string[] {
    return options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  }
}

async function keep(options: BenchOptions, rows: readonly BenchRow[]): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  const machine = {
    ...{ processors: cpus().length, memoryGiB: Math.round(totalmem() / GIB), node: process.version },
    takenAt: new Date().toISOString(),
  };
  const judged = rows.map((row) => ({ ...row, ratio: ratioOf(row), verdict: verdictOf(row) }));
  const json = `${JSON.stringify({ machine, options, rows: judged }, null, 2)}\n`;
  await writeFile(join(RESULTS, 'bench.json'), json);
  await writeFile(join(RESULTS, 'bench.md'), `${benchTable(rows)}\n`);
}

async function main(): Promise<void> {
  const parsed = readBenchOptions(process.argv.slice(2));
  if ('problem' in parsed) throw new Error(parsed.problem);
  await keep(parsed.options, await runAll(parsed.options));
}

// A guard ends what this process has started when it goes, and the next run clears away what is left.
void stopRequested().then(() => process.exit(1));
await main();
process.exit(0);
