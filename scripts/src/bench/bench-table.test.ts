import { describe, expect, it } from 'vitest';
import { ratioOf, verdictOf, type BenchRow } from './bench-row.ts';
import { benchTable } from './bench-table.ts';

const row = (of: Partial<BenchRow>): BenchRow => ({
  ...{ work: 'P1', what: 'submit', size: '64 clients' },
  measured: { unit: '/s', rounds: [500, 450, 1_234.5] },
  ...of,
});
const floor = { unit: '/s', rounds: [1_000, 1_000, 1_000] } as const;

describe('a verdict', () => {
  it('holds the ratio to the floor against the goal where there is a floor', () => {
    expect(verdictOf(row({ floor, goal: { atLeast: 0.5 } }))).toBe('met');
    expect(verdictOf(row({ floor, goal: { atLeast: 0.51 } }))).toBe('missed');
    expect(verdictOf(row({ floor, goal: { atMost: 0.49 } }))).toBe('missed');
  });

  it('holds the median against the goal where there is none', () => {
    const measured = { unit: 'ms', rounds: [250, 310, 290] } as const;
    expect(verdictOf(row({ measured, goal: { atMost: 300 } }))).toBe('met');
    expect(verdictOf(row({ measured, goal: { atMost: 280 } }))).toBe('missed');
  });

  it('is not given without a goal', () => {
    expect(verdictOf(row({ floor }))).toBe('no goal');
  });
});

describe('a ratio', () => {
  it('is taken round by round', () => {
    expect(ratioOf(row({ floor: { unit: '/s', rounds: [500, 900, 1_234.5] } }))).toBe(1);
  });

  it('does not exist without a floor', () => {
    expect(ratioOf(row({}))).toBeUndefined();
  });
});

describe('the table', () => {
  it('says median, spread, floor, ratio, goal and verdict in Markdown', () => {
    expect(benchTable([row({ floor, goal: { atLeast: 0.5 } })]).split('\n')).toEqual([
      '| work | what | size | median (least – most) | floor | ratio | goal | verdict |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| P1 | submit | 64 clients | 500/s (450 – 1,230) | 1,000/s (1,000 – 1,000) | 0.50 | ≥ 0.5 | met |',
    ]);
  });

  it('says the unit of a goal that has no floor, and no spread of one round', () => {
    const measured = { unit: 'ms', rounds: [412.34] } as const;
    const line = benchTable([row({ measured, goal: { atMost: 300 } })]).split('\n')[2];
    expect(line).toBe('| P1 | submit | 64 clients | 412 ms | – | – | ≤ 300 ms | missed |');
  });

  it('keeps a bar in a text from making a column', () => {
    expect(benchTable([row({ what: 'a|b' })])).toContain('| a\\|b |');
  });
});
