import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { crossValidate } from '@huiyin/text/cross-validation';
import type { LedCase, Voices } from '@huiyin/text/unit-ranking';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { complain } from './console.ts';

const FOLDS = 10;
const DEFAULT_FILE = join(REPOSITORY, '..', 'shared', 'data', 'real-suggestions.jsonl');

const row = z.object({
  place: z.string().default(''),
  number: z.string().default(''),
  title: z.string(),
  category: z.string().default(''),
  main_unit: z.array(z.string()).default([]),
});

/** What may speak, and what it is called on the page. */
const VOICES: readonly (readonly [string, Voices])[] = [
  ['earlier cases and duties', { likeCases: 1, allCases: 1, duties: 1 }],
  ['earlier cases only', { likeCases: 1, allCases: 1, duties: 0 }],
  ['duties only', { likeCases: 0, allCases: 0, duties: 1 }],
];

/**
 * `npm run recommendation [-- --file <register.jsonl>] [--place <name>]`: how often the unit that really led is the
 * first, or one of the first three, that Huiyin names from title and category, by cross-validation over one place's
 * register (default: the place with the most rows).
 */
function main(): number {
  const { values } = parseArgs({ options: { file: { type: 'string' }, place: { type: 'string' } } });
  const file = values.file ?? DEFAULT_FILE;
  if (!existsSync(file)) {
    complain(`there is no register ${file}; name one with --file`);
    return 1;
  }
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)));
  const place = values.place ?? placeOfMost(rows.map((each) => each.place));
  const cases = rows.filter((each) => each.place === place).flatMap(caseOf);
  if (cases.length === 0) {
    complain(`${file} has no case of ${place} with one unit in charge`);
    return 1;
  }
  for (const line of linesOf(place, cases)) process.stdout.write(`${line}\n`);
  return 0;
}

function linesOf(place: string, cases: readonly LedCase[]): readonly string[] {
  const measured = VOICES.map(([name, voices]) => [name, crossValidate(cases, FOLDS, voices)] as const);
  const any = crossValidate(cases, FOLDS);
  const line = (name: string, top1: number, top3: number): string =>
    `${name.padEnd(28)}${percent(top1)}${percent(top3)}`;
  return [
    `${place}: ${any.cases} cases led by ${any.units} units, ${FOLDS} folds by hash; known: title and category`,
    `${''.padEnd(28)}${'top-1'.padStart(9)}${'top-3'.padStart(9)}`,
    ...measured.map(([name, { top1, top3 }]) => line(name, top1, top3)),
    line('majority', any.majorityTop1, any.majorityTop3),
    `${any.unitsOnce} units led one case only: cases alone could name ${percent(any.ceiling).trim()} at most`,
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(9);
}

function caseOf(each: z.infer<typeof row>): readonly LedCase[] {
  const [unit] = each.main_unit;
  if (unit === undefined || each.main_unit.length > 1) return [];
  return [{ id: each.number, title: each.title, category: each.category, unit }];
}

function placeOfMost(places: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

try {
  process.exitCode = main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
