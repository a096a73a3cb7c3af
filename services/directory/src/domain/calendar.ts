import type { CalendarDay } from '@huiyin/calendar/work-calendar';
import type { LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import type { DirectoryRejection } from './rejections.ts';

/** A tenant's calendar: the days that differ from their weekday (放假与调休). */
export interface ImportedCalendar {
  /** +1 with each import. */
  readonly version: number;
  /** Last day the official notices cover. */
  readonly knownUntil: LocalDate;
  readonly days: readonly CalendarDay[];
}

/** Thirty years of notices. */
const MAX_DAYS = 3_000;
const MAX_NAME_CHARACTERS = 60;

/**
 * Replaces the calendar; the same days again are the same calendar. What was previewed against a version is refused once
 * another one holds.
 */
export function importCalendar(
  before: ImportedCalendar | undefined,
  wanted: Omit<ImportedCalendar, 'version'>,
  basedOnVersion?: number,
): ImportedCalendar | DirectoryRejection {
  if (wanted.days.length > MAX_DAYS) {
    return reject('invalid', 'calendar-too-long', `日历不能超过${MAX_DAYS}天`, { field: 'days' });
  }
  const days = wanted.days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const wrong = days.find(
    (day, index) => day.date === days[index + 1]?.date || day.name.length > MAX_NAME_CHARACTERS,
  );
  if (wrong !== undefined) {
    return reject('invalid', 'calendar-invalid', `${wrong.date} 重复或名称过长`, { field: 'days' });
  }
  const same =
    before?.knownUntil === wanted.knownUntil &&
    JSON.stringify(before.days.map(words)) === JSON.stringify(days.map(words));
  if (same && before !== undefined) return before;
  if (basedOnVersion !== undefined && basedOnVersion !== (before?.version ?? 0)) {
    const now = before?.version ?? 0;
    const message = '日历在预览之后又有改动，请重新预览';
    return reject('wrong-state', 'calendar-changed-since', message, { detail: { version: now } });
  }
  return { version: (before?.version ?? 0) + 1, knownUntil: wanted.knownUntil, days };
}

function words({ date, off, name }: CalendarDay): readonly unknown[] {
  return [date, off, name];
}
