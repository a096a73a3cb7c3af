import { describe, expect, it } from 'vitest';
import {
  dayText,
  daysBetween,
  dueDayText,
  instantText,
  monthText,
  passedShare,
  shanghaiDay,
} from './days.ts';

describe('days as people read them', () => {
  it('leaves this year out and names another', () => {
    expect(dayText('2026-04-07', '2026-03-17')).toBe('4月7日');
    expect(dayText('2025-12-31', '2026-03-17')).toBe('2025年12月31日');
    expect(dayText('', '2026-03-17')).toBe('');
  });

  it('shows the weekday of a due date', () => {
    expect(dueDayText('2026-04-07', '2026-03-17')).toBe('4月7日 周二');
  });

  it('counts calendar days, also backwards and over a leap day', () => {
    expect(daysBetween('2026-03-17', '2026-04-07')).toBe(21);
    expect(daysBetween('2026-03-17', '2026-03-10')).toBe(-7);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });

  it('keeps the passed share of a limit between nothing and all of it', () => {
    expect(passedShare('2026-01-01', '2026-01-11', '2026-01-06')).toBe(0.5);
    expect(passedShare('2026-01-01', '2026-01-11', '2025-12-01')).toBe(0);
    expect(passedShare('2026-01-01', '2026-01-11', '2026-02-01')).toBe(1);
    expect(passedShare('2026-01-01', '2026-01-01', '2026-01-01')).toBe(1);
  });

  it('reads instants in Shanghai wherever the reader is', () => {
    expect(instantText('2026-03-14T18:00:00Z', '2026-03-17')).toBe('3月15日 02:00');
    expect(instantText('2025-12-31T16:30:00Z', '2025-12-30')).toBe('2026年1月1日 00:30');
    expect(monthText('2025-12-31T16:30:00Z')).toBe('2026年1月');
    expect(shanghaiDay(new Date('2026-03-16T23:00:00Z'))).toBe('2026-03-17');
  });
});
