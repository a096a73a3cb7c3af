/** What became of one thing the test set out to do. */
export interface Line {
  readonly what: string;
  readonly outcome: 'ran' | 'FAILED' | 'did not run';
  readonly detail: string;
}

/** The table at the end, as wide as its words. */
export function reportTable(lines: readonly Line[]): string {
  const width = (cells: readonly string[]): number => Math.max(...cells.map((cell) => cell.length));
  const what = width(lines.map((line) => line.what));
  const outcome = width(lines.map((line) => line.outcome));
  return lines
    .map((line) => `${line.what.padEnd(what)}  ${line.outcome.padEnd(outcome)}  ${line.detail}\n`)
    .join('');
}
