import { ratioOf, verdictOf, type BenchRow, type Figure, type Goal } from './bench-row.ts';
import { median } from './statistics.ts';

const HEAD = ['work', 'what', 'size', 'median (least – most)', 'floor', 'ratio', 'goal', 'verdict'];
const SIGNIFICANT = 3;
const THOUSANDS = new Intl.NumberFormat('en', { maximumSignificantDigits: SIGNIFICANT });

/** The rows as a Markdown table. */
export function benchTable(rows: readonly BenchRow[]): string {
  return [HEAD, HEAD.map(() => '---'), ...rows.map(cellsOf)]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function cellsOf(row: BenchRow): string[] {
  const ratio = ratioOf(row);
  return [
    ...[row.work, row.what, row.size, withSpread(row.measured)],
    row.floor === undefined ? '–' : withSpread(row.floor),
    ratio === undefined ? '–' : ratio.toFixed(2),
    row.goal === undefined ? '–' : goalText(row.goal, row.floor === undefined ? row.measured.unit : ''),
    verdictOf(row),
  ];
}

function withSpread({ unit, rounds }: Figure): string {
  const middle = said(median(rounds), unit);
  if (rounds.length === 1) return middle;
  return `${middle} (${THOUSANDS.format(Math.min(...rounds))} – ${THOUSANDS.format(Math.max(...rounds))})`;
}

function goalText(goal: Goal, unit: string): string {
  return 'atLeast' in goal ? `≥ ${said(goal.atLeast, unit)}` : `≤ ${said(goal.atMost, unit)}`;
}

function said(value: number, unit: string): string {
  const number = THOUSANDS.format(value);
  return unit === '' || unit === '/s' ? `${number}${unit}` : `${number} ${unit}`;
}
