import { localDateOf, startOfDay, type LocalDate } from '@huiyin/kernel/local-date';

/** An instant as ISO 8601 in UTC with milliseconds: order of text is order of time, and jsonb keeps it unchanged. */
export type Instant = string & { readonly __brand: 'Instant' };

/** An instant together with the day on which it falls in Shanghai. */
export interface Moment {
  readonly at: Instant;
  readonly day: LocalDate;
}

export function momentOf(instant: Date): Moment {
  return { at: instant.toISOString() as Instant, day: localDateOf(instant) };
}

/** The instant as the machine's own type, for the kit. */
export function dateOf(instant: Instant): Date {
  return new Date(instant);
}

/** 00:00 of a day in Shanghai: the only hour at which time alone changes a colour. */
export function midnight(day: LocalDate): Instant {
  return startOfDay(day).toISOString() as Instant;
}

export function later(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}

/** The earliest of some instants; undefined when there is none. */
export function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  let found: Instant | undefined;
  for (const instant of instants) {
    if (instant !== undefined && (found === undefined || instant < found)) found = instant;
  }
  return found;
}
