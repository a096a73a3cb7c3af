import { expect, it } from 'vitest';
import { filterOf, searchOf } from './receipt-filter.ts';

it('is said by the address, and again the same', () => {
  const filter = { contains: '工委-011', status: 'registered' } as const;
  expect(filterOf(new URLSearchParams(searchOf(filter)))).toEqual(filter);
  expect(searchOf(filterOf(new URLSearchParams('')))).toEqual({});
});

it('passes over what is no status', () => {
  expect(filterOf(new URLSearchParams('status=lost'))).toEqual({ contains: '', status: '' });
});
