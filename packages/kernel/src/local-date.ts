/** A calendar day `YYYY-MM-DD` in Asia/Shanghai (no daylight saving, UTC+8 since 1992). */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Parses `YYYY-MM-DD`. Throws a RangeError for anything that is not a day of the calendar. */
export function localDate(text: string): LocalDate {
  const match = PATTERN.exec(text);
  if (match === null || fromDayNumber(dayNumber(text as LocalDate)) !== text) {
    throw new RangeError(`not a calendar day: ${JSON.stringify(text)}`);
  }
  return text as LocalDate;
}

/** The day on which an instant falls in Shanghai. */
export function localDateOf(instant: Date): LocalDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;
}

/** 00:00 of a day in Shanghai, as an instant. */
export function startOfDay(day: LocalDate): Date {
  return new Date(dayNumber(day) * DAY_MS - SHANGHAI_OFFSET_MS);
}

/** Days since 1970-01-01. */
export function dayNumber(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The day with that number; the inverse of `dayNumber`. */
export function fromDayNumber(days: number): LocalDate {
  const date = new Date(days * DAY_MS);
  return (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)) as LocalDate;
}

/** `day` moved by whole calendar days; negative goes back. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(day) + days);
}
