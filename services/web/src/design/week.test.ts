import { expect, it } from 'vitest';
import { dayAfter, weekOf } from './week.ts';

it('begins a week on Monday, also for its Sunday and over the end of a year', () => {
  const week = weekOf('2026-01-01');
  expect([week[0], week[6]]).toEqual(['2025-12-29', '2026-01-04']);
  expect(weekOf('2026-01-04')).toEqual(week);
  expect(weekOf('2025-12-29')).toEqual(week);
  expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29');
});
