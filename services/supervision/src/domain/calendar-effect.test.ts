import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar, type CalendarDay } from '@huiyin/calendar/work-calendar';
import { addDays } from '@huiyin/kernel/local-date';
import { assert, constantFrom, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, on, REFERENCES, started, ToldCase, type assignedCase } from '../../test/given.ts';
import { effectOf } from './calendar-effect.ts';
import type { Moment } from './moment.ts';

const OFFICIAL = chinaOfficialDays();

/** The official days, with some days off added. */
function withDaysOff(dates: readonly string[], knownUntil: string = OFFICIAL.knownUntil) {
  const added = dates.map((date): CalendarDay => ({ date: day(date), off: true, name: '地方假日' }));
  const kept = OFFICIAL.days.filter(({ date }) => !dates.includes(date));
  return workCalendar({ days: [...kept, ...added], knownUntil: day(knownUntil) });
}

function planned(startDate = '2026-03-02'): ToldCase {
  return new ToldCase().tell(
    'assignment',
    on(startDate),
    started('plan', startDate),
    started('reply', startDate),
  );
}

/** What the import itself brings about. */
function imported(
  told: ReturnType<typeof assignedCase>,
  calendar: typeof REFERENCES.calendar,
  moment: Moment,
): void {
  told.references = { ...REFERENCES, calendar, calendarVersion: 2 };
  told.review(moment);
}

describe('another calendar', () => {
  it('moves the day of an open clock, and says from which day and why', () => {
    const told = planned();
    expect(told.watch('plan').due?.date).toBe('2026-03-16');
    imported(told, withDaysOff(['2026-03-11']), on('2026-03-10'));
    expect(told.said('clock-moved')).toMatchObject([
      { kind: 'plan', fromDate: '2026-03-16', dueDate: '2026-03-17', dueVersion: 2, cause: 'calendar' },
    ]);
    expect(told.watch('plan').due?.history.map(({ date, cause }) => [date, cause])).toEqual([
      ['2026-03-16', 'started'],
      ['2026-03-17', 'calendar'],
    ]);
  });

  it('says nothing a second time', () => {
    const told = planned();
    imported(told, withDaysOff(['2026-03-11']), on('2026-03-10'));
    const { length } = told.events;
    told.review(on('2026-03-10', '10:00'));
    expect(told.events).toHaveLength(length);
  });

  it('lowers a colour whose cause the new day removes', () => {
    const told = planned().until('2026-05-27');
    expect(told.watch('reply').standing.colour).toBe('red');
    // Five workdays are left on the 26th; by the new calendar on the 28th: the weekend is worked for a holiday that
    // begins on the last day.
    const exchanged = ['2026-05-30', '2026-05-31', '2026-06-02'].map((date): CalendarDay => ({
      date: day(date),
      off: date > '2026-06-01',
      name: '地方假日',
    }));
    const calendar = workCalendar({ ...OFFICIAL, days: [...OFFICIAL.days, ...exchanged] });
    imported(told, calendar, on('2026-05-27'));
    expect(told.watch('reply').due?.date).toBe('2026-06-03');
    expect(told.said('colour-changed').at(-1)).toMatchObject({
      ...{ kind: 'reply', fromColour: 'red', toColour: 'yellow', dueVersion: 2 },
    });
  });

  it('leaves a day that has passed, a met clock, and moves no day into the past', () => {
    const passed = planned().until('2026-03-20');
    imported(passed, withDaysOff(['2026-03-11', '2026-03-17']), on('2026-03-20'));
    expect(passed.said('clock-moved')).toEqual([]);

    const makeUp: CalendarDay = { date: day('2026-03-07'), off: false, name: '调休' };
    const shorter = workCalendar({ ...OFFICIAL, days: [...OFFICIAL.days, makeUp] });
    const last = planned().until('2026-03-16');
    imported(last, shorter, on('2026-03-16'));
    expect(last.said('clock-moved')).toEqual([]);
    const earlier = planned();
    imported(earlier, shorter, on('2026-03-10'));
    expect(earlier.said('clock-moved')).toMatchObject([{ fromDate: '2026-03-16', dueDate: '2026-03-13' }]);
  });

  it('makes a provisional day firm without numbering it anew', () => {
    const told = planned('2026-11-02');
    expect(told.watch('reply').due).toMatchObject({ date: '2027-02-02', provisional: true });
    imported(told, withDaysOff([], '2027-12-28'), on('2026-11-10'));
    expect(told.watch('reply').due).toMatchObject({ date: '2027-02-02', provisional: false, version: 1 });
    expect(told.said('clock-moved')).toMatchObject([
      { fromDate: '2027-02-02', dueDate: '2027-02-02', dueVersion: 1, cause: 'calendar', provisional: false },
    ]);
  });

  it('is previewed exactly as it then comes about', () => {
    const calendars = uniqueArray(integer({ min: 0, max: 150 }), { maxLength: 60 });
    const moments = constantFrom(
      '2026-03-03',
      '2026-03-16',
      '2026-03-25',
      '2026-05-20',
      '2026-05-29',
      '2026-06-03',
    );
    assert(
      property(calendars, moments, constantFrom('2026-12-28', '2026-04-30'), (off, today, knownUntil) => {
        const told = planned().until(today);
        const dates = off.map((index) => addDays(day('2026-03-03'), index));
        const calendar = withDaysOff(dates, knownUntil);
        const moment = on(today, '23:59');
        const { clocks } = effectOf(told.file, REFERENCES, calendar, moment);
        const known = told.events.length;
        imported(told, calendar, moment);
        const happened = told.events.slice(known);
        const moved = clocks.filter(
          ({ before, after }) =>
            before.due?.date !== after.due?.date || before.due?.provisional !== after.due?.provisional,
        );
        expect(
          happened.filter(({ type }) => type === 'clock-moved').map(({ payload }) => payload),
        ).toMatchObject(
          moved.map(({ before, after }) => ({
            clockId: after.id,
            fromDate: before.due?.date,
            dueDate: after.due?.date,
            provisional: after.due?.provisional,
          })),
        );
        const turned = clocks.filter(({ before, after }) => before.standing.colour !== after.standing.colour);
        expect(
          happened.filter(({ type }) => type === 'colour-changed').map(({ payload }) => payload),
        ).toMatchObject(
          turned.map(({ before, after }) => ({
            ...{ clockId: after.id, fromColour: before.standing.colour, toColour: after.standing.colour },
          })),
        );
      }),
    );
  });
});
