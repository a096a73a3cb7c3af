import { expect, it } from 'vitest';
import { instantOf, localTime } from './local-time.ts';

it('shows an instant as the time in Shanghai and reads it back as the same instant', () => {
  expect(localTime('2026-01-14T16:30:00Z')).toBe('2026-01-15T00:30');
  expect(instantOf('2026-01-15T00:30')).toBe('2026-01-15T00:30:00+08:00');
  expect(Date.parse(instantOf(localTime('2026-01-14T16:30:00Z')))).toBe(Date.parse('2026-01-14T16:30:00Z'));
});
