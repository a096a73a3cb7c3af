import { existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { addDays, dayNumber, fromDayNumber, localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';

import { chinaOfficialDays } from './china-official-days.ts';
import { dueDate } from './due-date.ts';
import { addMonths, MAX_TERM, TERM_UNITS, type Term, type TermUnit } from './term.ts';
import { workCalendar } from './work-calendar.ts';

const calendar = workCalendar(chinaOfficialDays());
const VECTORS = new URL('../../../../shared/data/calendar-vectors.json', import.meta.url);

const anyDay = fc
  .integer({ min: dayNumber(localDate('2004-01-01')), max: dayNumber(localDate('2027-12-31')) })
  .map(fromDayNumber);
const anyTerm: fc.Arbitrary<Term> = fc.record({
  n: fc.integer({ min: 0, max: 60 }),
  unit: fc.constantFrom(...TERM_UNITS),
});

function due(start: string, n: number, unit: TermUnit): { raw: string; due: string } {
  const result = dueDate({ start: localDate(start), term: { n, unit }, calendar, rollOver: 'next_workday' });
  return { raw: result.raw, due: result.due };
}

describe('a due date', () => {
  it.each([
    ['2026-03-02', 3, 'month', '2026-06-02', '2026-06-02', 'an ordinary Tuesday'],
    ['2025-11-30', 3, 'month', '2026-02-28', '2026-02-28', 'a Saturday that is a make-up workday'],
    ['2026-01-04', 3, 'month', '2026-04-04', '2026-04-07', 'Qingming'],
    ['2026-07-03', 3, 'month', '2026-10-03', '2026-10-08', 'National Day'],
    ['2025-10-31', 3, 'month', '2026-01-31', '2026-02-02', 'a Saturday'],
    ['2025-08-31', 6, 'month', '2026-02-28', '2026-02-28', 'six months over the end of February'],
    ['2026-01-31', 1, 'month', '2026-02-28', '2026-02-28', 'one month over the end of February'],
    ['2024-11-30', 3, 'month', '2025-02-28', '2025-02-28', 'a Friday'],
    ['2026-02-12', 5, 'workday', '2026-02-26', '2026-02-26', 'Spring Festival in between'],
    ['2026-04-28', 10, 'workday', '2026-05-14', '2026-05-14', 'Labour Day in between'],
    ['2025-09-26', 5, 'workday', '2025-10-10', '2025-10-10', 'National Day in between'],
    ['2026-09-18', 5, 'workday', '2026-09-24', '2026-09-24', 'a make-up Sunday in between'],
    ['2026-03-02', 20, 'workday', '2026-03-30', '2026-03-30', 'four plain weeks'],
    ['2026-09-30', 15, 'workday', '2026-10-27', '2026-10-27', 'National Day and a make-up Saturday'],
    ['2026-02-12', 5, 'day', '2026-02-17', '2026-02-24', 'Spring Festival'],
    ['2026-03-02', 5, 'day', '2026-03-07', '2026-03-09', 'a Saturday'],
    ['2026-04-29', 5, 'day', '2026-05-04', '2026-05-06', 'Labour Day'],
    ['2026-09-29', 5, 'day', '2026-10-04', '2026-10-08', 'National Day'],
  ] as const)('of %s + %i %s falls on %s and is due %s: %s', (start, n, unit, raw, expected, _why) => {
    expect(due(start, n, unit)).toEqual({ raw, due: expected });
  });

  it('agrees with every date computed independently', ({ skip }) => {
    skip(!existsSync(VECTORS), 'calendar-vectors.json does not stand beside this clone');
    const { vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
      vectors: { start: string; amount: number; unit: TermUnit; due: string }[];
    };
    expect(vectors.length).toBeGreaterThan(100);
    for (const vector of vectors) {
      expect({ ...vector, due: due(vector.start, vector.amount, vector.unit).due }).toEqual(vector);
    }
  });

  it('names each skipped day with its reason', () => {
    const options = { calendar, rollOver: 'next_workday' } as const;
    const rolled = dueDate({ ...options, start: localDate('2026-01-04'), term: { n: 3, unit: 'month' } });
    expect(rolled.skipped).toEqual([
      { date: '2026-04-04', reason: 'holiday', name: '清明' },
      { date: '2026-04-05', reason: 'holiday', name: '清明' },
      { date: '2026-04-06', reason: 'holiday', name: '清明' },
    ]);
    const counted = dueDate({ ...options, start: localDate('2026-03-05'), term: { n: 2, unit: 'workday' } });
    expect(counted.skipped).toEqual([
      { date: '2026-03-07', reason: 'weekend', name: '星期六' },
      { date: '2026-03-08', reason: 'weekend', name: '星期日' },
    ]);
  });

  it('is provisional beyond the last notice, where weekdays count', () => {
    const start = localDate('2026-12-01');
    const known = dueDate({ start, term: { n: 5, unit: 'workday' }, calendar, rollOver: 'next_workday' });
    const unknown = dueDate({ start, term: { n: 3, unit: 'month' }, calendar, rollOver: 'next_workday' });
    expect([known.provisional, unknown.provisional, unknown.due]).toEqual([false, true, '2027-03-01']);
  });

  it('refuses terms nobody can mean', () => {
    const start = localDate('2026-03-02');
    for (const n of [-1, 0.5, Number.NaN, MAX_TERM + 1]) {
      expect(() => dueDate({ start, term: { n, unit: 'day' }, calendar, rollOver: 'none' })).toThrow(
        RangeError,
      );
    }
  });

  it('is a workday when it rolls, and the raw day when it does not', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, (start, term) => {
        const rolled = dueDate({ start, term, calendar, rollOver: 'next_workday' });
        const kept = dueDate({ start, term, calendar, rollOver: 'none' });
        expect(calendar.isWorkday(rolled.due)).toBe(true);
        expect(rolled.due >= rolled.raw).toBe(true);
        expect(kept.due).toBe(rolled.raw);
        expect(rolled.skipped.every((day) => !calendar.isWorkday(day.date))).toBe(true);
      }),
    );
  });

  it('never comes earlier for a later start or a longer term', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, (start, term) => {
        const of = (from: typeof start, length: Term): string =>
          dueDate({ start: from, term: length, calendar, rollOver: 'next_workday' }).due;
        expect(of(addDays(start, 1), term) >= of(start, term)).toBe(true);
        expect(of(start, { ...term, n: term.n + 1 }) >= of(start, term)).toBe(true);
      }),
    );
  });

  it('ends months on the corresponding day, or on the last day of a month that has none', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (start, n) => {
        const end = addMonths(start, n);
        const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(months(end) - months(start)).toBe(n);
        if (end.slice(8) !== start.slice(8)) {
          expect(end < `${end.slice(0, 8)}${start.slice(8)}`).toBe(true);
          expect(addDays(end, 1).slice(8)).toBe('01');
        }
      }),
    );
  });
});
