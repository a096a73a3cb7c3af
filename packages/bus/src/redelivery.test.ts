import { expect, test } from 'vitest';
import { redeliveryDelayMs } from './redelivery.ts';

test('the pause doubles with every attempt up to half a minute', () => {
  const almostOne = 1 - Number.EPSILON;
  expect([1, 2, 3, 8, 9, 1_000].map((attempt) => redeliveryDelayMs(attempt, almostOne))).toEqual([
    200, 400, 800, 25_600, 30_000, 30_000,
  ]);
});

test('the pause is anything up to its ceiling, never nothing', () => {
  expect(redeliveryDelayMs(5, 0)).toBe(1);
  expect(redeliveryDelayMs(5, 0.5)).toBe(1_600);
});
