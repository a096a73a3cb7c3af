import { addDays, type LocalDate } from '@huiyin/kernel/local-date';

import { addMonths, assertTerm, type Term } from './term.ts';
import { daysOff, isProvisional, weekdayName, type WorkCalendar } from './work-calendar.ts';

/** What happens when the last day is a rest day: the next workday 顺延 (民法典203), or nothing. */
export const ROLL_OVERS = ['next_workday', 'none'] as const;

export type RollOver = (typeof ROLL_OVERS)[number];

/** A day that did not count, or on which the term could not end. */
export interface SkippedDay {
  readonly date: LocalDate;
  readonly reason: 'weekend' | 'holiday';
  /** 星期六, 星期日 or the holiday's name. */
  readonly name: string;
}

export interface DueDate {
  /** Last day of the term, until 24:00 Asia/Shanghai. */
  readonly due: LocalDate;
  /** The day before rolling over. */
  readonly raw: LocalDate;
  /** Workday terms: the days off in between. Others: the rest days over which the last day rolled. */
  readonly skipped: readonly SkippedDay[];
  /** True when a later holiday notice may still move the day. */
  readonly provisional: boolean;
}

/**
 * The last day of a term by 民法典200–204: the first day is not counted; months end on the corresponding day or the
 * month's last; a last day that is a rest day moves to the day after the rest period. A make-up workday counts as a
 * workday. Throws a RangeError for an impossible term.
 */
export function dueDate(options: {
  readonly start: LocalDate;
  readonly term: Term;
  readonly calendar: WorkCalendar;
  readonly rollOver: RollOver;
}): DueDate {
  const { start, term, calendar, rollOver } = options;
  assertTerm(term);
  const raw = rawDay(start, term, calendar);
  const due = rollOver === 'next_workday' ? calendar.nextWorkday(raw) : raw;
  const counted = term.unit === 'workday' && term.n > 0;
  const off = daysOff(calendar, counted ? addDays(start, 1) : raw, addDays(due, -1));
  return {
    due,
    raw,
    skipped: off.map((date) => skippedDay(calendar, date)),
    provisional: isProvisional(calendar, due),
  };
}

function rawDay(start: LocalDate, term: Term, calendar: WorkCalendar): LocalDate {
  switch (term.unit) {
    case 'day':
      return addDays(start, term.n);
    case 'workday':
      return calendar.addWorkdays(start, term.n);
    case 'month':
      return addMonths(start, term.n);
  }
}

function skippedDay(calendar: WorkCalendar, date: LocalDate): SkippedDay {
  const holiday = calendar.holidayName(date);
  return holiday === undefined
    ? { date, reason: 'weekend', name: weekdayName(date) }
    : { date, reason: 'holiday', name: holiday };
}
