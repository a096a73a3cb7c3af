import { describe, expect, it } from 'vitest';
import { median, quantile, ratioOfRounds } from './statistics.ts';

describe('a median', () => {
  it('is the figure in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('lies between the two in the middle of an even number', () => {
    expect(median([4, 1, 2, 9])).toBe(3);
  });

  it('is refused of nothing', () => {
    expect(() => median([])).toThrow('quantile of nothing');
  });
});

describe('a quantile', () => {
  it('is exact at figures and linear between them', () => {
    const figures = [0, 10, 20, 30, 40];
    expect([0, 0.25, 0.3, 1].map((q) => quantile(figures, q))).toEqual([0, 10, 12, 40]);
  });

  it('of 99 % of a hundred and one figures leaves one above', () => {
    expect(
      quantile(
        Array.from({ length: 101 }, (_, n) => n),
        0.99,
      ),
    ).toBe(99);
  });

  it('knows no share beyond the whole', () => {
    expect(() => quantile([1], 1.1)).toThrow('between 0 and 1');
  });
});

describe('a ratio of rounds', () => {
  it('is not moved by a round in which the machine was slow for both', () => {
    expect(ratioOfRounds([50, 5, 50], [100, 10, 100])).toBe(0.5);
  });

  it('needs both of every round', () => {
    expect(() => ratioOfRounds([1, 2], [1])).toThrow('every round');
  });
});
