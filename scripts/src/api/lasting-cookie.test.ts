import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lastingCookie } from './lasting-cookie.ts';

const MINUTE_MS = 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('lasts while it is used, however long that is', async () => {
  const cookie = lastingCookie('first', () => Promise.reject(new Error('logged in again')));
  for (let times = 0; times < 5; times += 1) {
    vi.advanceTimersByTime(20 * MINUTE_MS);
    expect(await cookie()).toBe('first');
  }
});

it('is another one after a rest, once for all who ask at the same time', async () => {
  let logins = 0;
  const cookie = lastingCookie('first', () => Promise.resolve(`after ${(logins += 1)}`));
  vi.advanceTimersByTime(29 * MINUTE_MS);
  expect(await Promise.all([cookie(), cookie()])).toEqual(['after 1', 'after 1']);
  vi.advanceTimersByTime(MINUTE_MS);
  expect(await cookie()).toBe('after 1');
});
