import { expect, test } from 'vitest';
import { accountFor } from './warning-account.ts';

const urge = (clockId: string) => ({ clockId, what: 'urge' });

test('a clock that is not told of is lost, one told of twice is doubled, and a stranger counts for nothing', () => {
  const told = [urge('a'), urge('b'), urge('b'), urge('stranger'), { clockId: 'c', what: 'colour' }];

  expect(accountFor(['a', 'b', 'c'], ['urge', 'colour'], told)).toEqual([
    { what: 'urge', expected: 3, once: 1, lost: 1, doubled: 1 },
    { what: 'colour', expected: 3, once: 1, lost: 2, doubled: 0 },
  ]);
});

test('a clock listed twice is one clock', () => {
  expect(accountFor(['a', 'a'], ['urge'], [urge('a')])).toEqual([
    { what: 'urge', expected: 1, once: 1, lost: 0, doubled: 0 },
  ]);
});
