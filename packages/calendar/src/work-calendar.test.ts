import fc from 'fast-check';
import { addDays, dayNumber, fromDayNumber, localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';

import { chinaOfficialDays } from './china-official-days.ts';
import { isWeekend, workCalendar, type CalendarDay, type WorkCalendar } from './work-calendar.ts';

const official = workCalendar(chinaOfficialDays());

const FROM = dayNumber(localDate('2003-06-01'));
const TO = dayNumber(localDate('2028-06-01'));
const anyDay = fc.integer({ min: FROM, max: TO }).map(fromDayNumber);
const anyCount = fc.integer({ min: 0, max: 300 });

/** Calendars nobody announced: any set of exceptional days. */
const anyCalendar = fc
  .uniqueArray(fc.record({ number: fc.integer({ min: FROM, max: TO }), off: fc.boolean() }), {
    maxLength: 80,
    selector: (day) => day.number,
  })
  .map((days) =>
    workCalendar({
      days: days.map(({ number, off }): CalendarDay => ({ date: fromDayNumber(number), off, name: '假日' })),
      knownUntil: localDate('2028-06-01'),
    }),
  );

/** The obvious day loop that the prefix counts must agree with. */
function countByLoop(calendar: WorkCalendar, a: LocalDate, b: LocalDate): number {
  let count = 0;
  for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) count += calendar.isWorkday(day) ? 1 : 0;
  return count;
}

describe('a work calendar', () => {
  it('counts the workdays of the years that the notices settle', () => {
    const year = (y: number): number =>
      official.workdaysBetween(localDate(`${y - 1}-12-31`), localDate(`${y}-12-31`));
    expect([2024, 2025, 2026].map(year)).toEqual([251, 248, 248]);
  });

  it('knows the make-up workdays of 2025 and 2026', () => {
    const { days } = chinaOfficialDays();
    const makeUp = days.filter((day) => !day.off && day.date >= '2025').map((day) => day.date.slice(2));
    expect(makeUp.join(' ')).toBe(
      '25-01-26 25-02-08 25-04-27 25-09-28 25-10-11 26-01-04 26-02-14 26-02-28 26-05-09 26-09-20 26-10-10',
    );
    expect(days.filter((day) => !day.off && !isWeekend(day.date))).toEqual([]);
  });

  it('names holidays, and the holiday a make-up workday pays for', () => {
    expect(official.holidayName(localDate('2026-02-17'))).toBe('春节');
    expect(official.holidayName(localDate('2026-02-14'))).toBe('春节');
    expect(official.holidayName(localDate('2026-03-04'))).toBeUndefined();
  });

  it('stops knowing before the days that next year’s notice may still move', () => {
    expect(chinaOfficialDays().knownUntil.slice(4)).toBe('-12-28');
  });

  it('refuses a day named twice and a broken count', () => {
    const date = localDate('2026-10-01');
    const twice = [
      { date, off: true, name: '国庆节' },
      { date, off: false, name: '国庆节' },
    ];
    expect(() => workCalendar({ days: twice, knownUntil: date })).toThrow('twice: 2026-10-01');
    expect(() => official.addWorkdays(date, 1.5)).toThrow(RangeError);
  });

  it('counts the same as a loop over the days', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 500 }), (calendar, a, length) => {
        const b = addDays(a, length);
        expect(calendar.workdaysBetween(a, b)).toBe(countByLoop(calendar, a, b));
        expect(calendar.workdaysBetween(b, a)).toBe(0 - countByLoop(calendar, a, b));
      }),
    );
  });

  it('adds workdays as the inverse of counting them, not counting the first day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, start, n) => {
        const end = calendar.addWorkdays(start, n);
        expect(calendar.workdaysBetween(start, end)).toBe(n);
        if (n > 0) {
          expect(calendar.isWorkday(end)).toBe(true);
          expect(end > start).toBe(true);
        } else expect(end).toBe(start);
      }),
    );
  });

  it('takes workdays away as the mirror of adding them', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, day, n) => {
        const start = calendar.nextWorkday(day);
        const back = calendar.addWorkdays(start, -n);
        expect(calendar.addWorkdays(back, n)).toBe(start);
        expect(calendar.workdaysBetween(start, back)).toBe(0 - n);
      }),
    );
  });

  it('never ends earlier for a later start or a longer term', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, start, n) => {
        const end = calendar.addWorkdays(start, n);
        expect(calendar.addWorkdays(addDays(start, 1), n) >= end).toBe(true);
        expect(calendar.addWorkdays(start, n + 1) > end).toBe(true);
      }),
    );
  });

  it('moves a rest day to the first workday after it and leaves workdays alone', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const next = calendar.nextWorkday(day);
        expect(calendar.isWorkday(next)).toBe(true);
        for (let between = day; between < next; between = addDays(between, 1)) {
          expect(calendar.isWorkday(between)).toBe(false);
        }
      }),
    );
  });
});
