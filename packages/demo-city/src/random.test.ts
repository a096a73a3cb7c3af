import { describe, expect, it } from 'vitest';

import { seededRandom, xoshiro128 } from './random.ts';

describe('seeded choices', () => {
  it('are xoshiro128**: the published first words of state 1, 2, 3, 4', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 6 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it('depend on the seed and on nothing else', () => {
    const draw = (seed: string): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('fork into sources that do not shift each other', () => {
    const one = seededRandom('a');
    const other = seededRandom('a');
    other.int(0, 9);
    expect(one.fork('x').int(0, 1e9)).toBe(other.fork('x').int(0, 1e9));
    expect(one.fork('x').int(0, 1e9)).not.toBe(one.fork('y').int(0, 1e9));
  });

  it('reach both ends, sample without repeating and follow weights', () => {
    const random = seededRandom('ends');
    const drawn = new Set(Array.from({ length: 500 }, () => random.int(1, 6)));
    expect(drawn).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    const sample = random.sample(['a', 'b', 'c'], 5);
    expect([...sample].sort()).toEqual(['a', 'b', 'c']);
    const often = Array.from({ length: 2000 }, () => random.weighted({ often: 9, seldom: 1, never: 0 }));
    expect(often.filter((key) => key === 'often').length / often.length).toBeCloseTo(0.9, 1);
    expect(often).not.toContain('never');
    expect(() => random.pick([])).toThrow('nothing to pick from');
  });
});
