import { LANGUAGE } from '../language/language.ts';

const MS_PER_DAY = 86_400_000;
/** English days as Britain writes them: the day first, as in the Chinese time of day that follows. */
const LOCALE = LANGUAGE === 'en' ? 'en-GB' : LANGUAGE;
const MONTH = LANGUAGE === 'en' ? 'short' : 'long';
const IN_YEAR = format({ month: MONTH, day: 'numeric' });
const WITH_YEAR = format({ year: 'numeric', month: MONTH, day: 'numeric' });
const OF_MONTH = format({ year: 'numeric', month: 'long' });
const OF_WEEK = format({ weekday: 'short' });
const SHORT = format(
  LANGUAGE === 'en' ? { month: 'short', day: 'numeric' } : { month: 'numeric', day: 'numeric' },
);

/** 4月7日, with the year when it is not the year of `today`. Both YYYY-MM-DD; '' stays ''. */
export function dayText(day: string, today: string): string {
  if (day === '') return '';
  return (day.slice(0, 4) === today.slice(0, 4) ? IN_YEAR : WITH_YEAR).format(midnight(day));
}

/** 4月7日 周二: a due date shows its weekday, because what is near a holiday is read twice. */
export function dueDayText(day: string, today: string): string {
  if (day === '') return '';
  const parts = [dayText(day, today), weekday(day)];
  return (LANGUAGE === 'en' ? parts.toReversed() : parts).join(' ');
}

export function weekday(day: string): string {
  return OF_WEEK.format(midnight(day));
}

/** 4/7: where a weekday or a reason stands beside it. */
export function shortDayText(day: string): string {
  return SHORT.format(midnight(day));
}

/** Calendar days (日) from one day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / MS_PER_DAY);
}

/** Share of a time limit that has passed, 0–1. */
export function passedShare(start: string, due: string, today: string): number {
  const whole = daysBetween(start, due);
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, daysBetween(start, today) / whole));
}

/** An instant in Shanghai under a heading that says its year: 4月7日 09:30. */
export function momentText(instant: string): string {
  return `${IN_YEAR.format(midnight(dayOf(instant)))} ${timeText(instant)}`;
}

/** An instant in Shanghai, with the year when it is not the year of `today`. */
export function instantText(instant: string, today: string): string {
  return `${dayText(dayOf(instant), today)} ${timeText(instant)}`;
}

/** The month of an instant in Shanghai: 2026年4月. */
export function monthText(instant: string): string {
  return OF_MONTH.format(midnight(dayOf(instant)));
}

/** The day of an instant in Shanghai, YYYY-MM-DD. */
export function shanghaiDay(instant: Date): string {
  return dayOf(instant.toISOString());
}

function dayOf(instant: string): string {
  const { year, month, day } = shanghai(instant);
  return `${year}-${month}-${day}`;
}

const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant in Shanghai as a device's own field has it: 2026-01-14T09:30. */
export function shanghaiInput(instant: string): string {
  const { year, month, day, hour, minute } = shanghai(instant);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The hour and minute of an instant in Shanghai: 09:30. */
export function timeText(instant: string): string {
  const { hour, minute } = shanghai(instant);
  return `${hour}:${minute}`;
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute';

function shanghai(instant: string): Record<Part, string> {
  const parts = SHANGHAI.formatToParts(new Date(instant));
  const part = (type: Part): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/** Days are formatted as the midnight they begin with, UTC. */
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
}

function midnight(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}
