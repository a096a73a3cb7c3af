import { describe, expect, it } from 'vitest';
import { paceOf } from './progress.ts';

describe('the pace beside a progress bar', () => {
  it.each([
    [0, 100, 12, 'just begun'],
    [10, 100, 5, '2 a second, 45s to go'],
    [16, 16_000, 1, '16 a second, 16m39s to go'],
    // Half a second short of a minute is a minute, never 60 seconds.
    [1, 1_000, 0.06, '17 a second, 1m0s to go'],
    [100, 100, 50, '2 a second, 0s to go'],
    [3, 2, 1, '3 a second, 0s to go'],
  ])('after %d of %d in %d s', (done, total, seconds, said) => {
    expect(paceOf(done, total, seconds)).toBe(said);
  });
});
