import { expect, it } from 'vitest';
import { batchesOf } from './batches-of.ts';

it('leaves nobody out: a hundred and one names take three calls of fifty', () => {
  const ids = Array.from({ length: 101 }, (_unused, index) => `id-${index}`);
  const batches = batchesOf(ids, 50);
  expect(batches.map(({ length }) => length)).toEqual([50, 50, 1]);
  expect(batches.flat()).toEqual(ids);
  expect(batchesOf([], 50)).toEqual([]);
});
