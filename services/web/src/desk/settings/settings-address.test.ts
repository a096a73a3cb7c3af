import { expect, it } from 'vitest';
import { addressOf, searchOf } from './settings-address.ts';

it('a filter comes back from its address, and nothing stands there for everything', () => {
  const filter = { name: '交通', role: 'unit-head' } as const;
  expect(addressOf(new URLSearchParams(searchOf(filter)))).toEqual(filter);
  expect(searchOf({ name: '', role: undefined })).toEqual({});
});

it('a role that nobody can be given is no filter', () => {
  expect(addressOf(new URLSearchParams('role=emperor'))).toEqual({ name: '', role: undefined });
});
