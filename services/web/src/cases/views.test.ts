import { describe, expect, it } from 'vitest';
import { countOf, hiddenOf, totalOf, viewOf } from './views.ts';

const COUNTS = [
  { colour: '', all: 150, involved: 0, mine: 0 },
  { colour: 'red', all: 3, involved: 3, mine: 1 },
  { colour: 'green', all: 4, involved: 4, mine: 0 },
];
const NOTHING_WAITS = COUNTS.map((count) => ({ ...count, mine: 0 }));

describe('which cases a list begins with', () => {
  it('is what waits for the reader', () => {
    expect(viewOf('', COUNTS, true)).toBe('mine');
    expect(viewOf('', COUNTS, false)).toBe('mine');
  });

  it('is the own ones when nothing waits', () => {
    expect(viewOf('', NOTHING_WAITS, true)).toBe('involved');
    expect(viewOf('', NOTHING_WAITS, false)).toBe('all');
  });

  it('is what the address asks for, where the reader has that view', () => {
    expect(viewOf('all', COUNTS, true)).toBe('all');
    expect(viewOf('involved', COUNTS, false)).toBe('mine');
    expect(viewOf('nonsense', NOTHING_WAITS, false)).toBe('all');
  });
});

it('counts by view and colour, and what has a colour that is not shown', () => {
  expect(totalOf(COUNTS, 'all')).toBe(157);
  expect(countOf(COUNTS, 'mine', 'red')).toBe(1);
  expect(countOf(COUNTS, 'all', 'yellow')).toBe(0);
  expect(hiddenOf(COUNTS, 'all')).toBe(150);
  expect(hiddenOf([], 'all')).toBe(0);
});
