/** Hours in which nothing goes out, `HH:MM` in Shanghai. They may pass midnight; the same twice means none. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export const USUAL_QUIET_HOURS: QuietHours = { from: '22:00', to: '07:00' };

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True for `HH:MM` of a 24-hour day. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** The next instant, not before `now`, at which it is `time` in Shanghai. */
export function nextTimeOfDay(time: string, now: Date): Date {
  const minutes = minutesOf(time);
  const local = now.getTime() + SHANGHAI_OFFSET_MS;
  const midnight = Math.floor(local / (DAY_MINUTES * MINUTE_MS)) * DAY_MINUTES * MINUTE_MS;
  const today = midnight + minutes * MINUTE_MS - SHANGHAI_OFFSET_MS;
  return new Date(today >= now.getTime() ? today : today + DAY_MINUTES * MINUTE_MS);
}

/** When something that could go out at `at` may: then, or at the end of the quiet hours it falls in. */
export function afterQuietHours({ from, to }: QuietHours, at: Date): Date {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  const minute = Math.floor((at.getTime() + SHANGHAI_OFFSET_MS) / MINUTE_MS) % DAY_MINUTES;
  const isQuiet = begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
  return isQuiet ? nextTimeOfDay(to, at) : at;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
