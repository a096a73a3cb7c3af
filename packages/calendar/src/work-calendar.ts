import { addDays, dayNumber, fromDayNumber, type LocalDate } from '@huiyin/kernel/local-date';

/** A day the notices name: a holiday (off), or a make-up workday 调休上班 on a weekend. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly off: boolean;
  /** Name of the holiday it belongs to, e.g. 春节. */
  readonly name: string;
}

/** Working days 工作日 of one tenant. Every answer costs O(log n) in the number of exceptional days. */
export interface WorkCalendar {
  /** Last day the notices cover. Beyond it weekdays count as workdays and results are provisional. */
  readonly knownUntil: LocalDate;
  isWorkday(day: LocalDate): boolean;
  /**
   * The n-th workday after `start`, which is not counted itself (民法典201). Negative n counts back the same way;
   * 0 gives `start`. Throws a RangeError unless n is an integer.
   */
  addWorkdays(start: LocalDate, n: number): LocalDate;
  /** Workdays after `a` up to and including `b`; negative when b < a. */
  workdaysBetween(a: LocalDate, b: LocalDate): number;
  /** `day` itself when it is a workday, else the first workday after it (民法典203). */
  nextWorkday(day: LocalDate): LocalDate;
  /** The holiday a day off belongs to, or the one a make-up workday pays for; undefined for ordinary days. */
  holidayName(day: LocalDate): string | undefined;
}

/** Makes a calendar. A weekend day named as off changes nothing but its name. Throws when a date comes twice. */
export function workCalendar(source: {
  readonly days: readonly CalendarDay[];
  readonly knownUntil: LocalDate;
}): WorkCalendar {
  const exceptions = new Exceptions(source.days);
  const countUntil = (number: number): number => weekdaysUntil(number) + exceptions.changeUntil(number);
  const isWorkNumber = (number: number): boolean => exceptions.at(number)?.work ?? isWeekday(number);

  const nextWorkNumber = (number: number): number =>
    isWorkNumber(number) ? number : leastWithCount(countUntil, countUntil(number) + 1, number);

  return {
    knownUntil: source.knownUntil,
    isWorkday: (day) => isWorkNumber(dayNumber(day)),
    nextWorkday: (day) => fromDayNumber(nextWorkNumber(dayNumber(day))),
    workdaysBetween: (a, b) => countUntil(dayNumber(b)) - countUntil(dayNumber(a)),
    holidayName: (day) => exceptions.at(dayNumber(day))?.name,
    addWorkdays(start, n) {
      if (!Number.isInteger(n)) throw new RangeError(`not a whole number of workdays: ${n}`);
      const from = dayNumber(start);
      if (n === 0) return start;
      if (n > 0) return fromDayNumber(leastWithCount(countUntil, countUntil(from) + n, from));
      return fromDayNumber(leastWithCountBefore(countUntil, countUntil(from - 1) + n + 1, from));
    },
  };
}

/** True when the answer depends on notices not published yet. */
export function isProvisional(calendar: WorkCalendar, day: LocalDate): boolean {
  return day > calendar.knownUntil;
}

/** Weekday in Chinese, 星期一 … 星期日. */
export function weekdayName(day: LocalDate): string {
  return `星期${'一二三四五六日'.charAt(mondayBased(dayNumber(day)))}`;
}

/** Saturday or Sunday, whatever the notices say. */
export function isWeekend(day: LocalDate): boolean {
  return !isWeekday(dayNumber(day));
}

/** The days of [from, to] that are not workdays, in order. */
export function daysOff(calendar: WorkCalendar, from: LocalDate, to: LocalDate): LocalDate[] {
  const off: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) off.push(day);
  }
  return off;
}

/** Exceptional days in order, with running sums of how they change the count of workdays. */
class Exceptions {
  readonly #byNumber = new Map<number, { work: boolean; name: string }>();
  readonly #numbers: number[] = [];
  readonly #changes: number[] = [];

  constructor(days: readonly CalendarDay[]) {
    for (const day of days) {
      const number = dayNumber(day.date);
      if (this.#byNumber.has(number)) throw new RangeError(`calendar names a day twice: ${day.date}`);
      this.#byNumber.set(number, { work: !day.off, name: day.name });
    }
    let change = 0;
    for (const [number, day] of [...this.#byNumber].sort(([a], [b]) => a - b)) {
      change += Number(day.work) - Number(isWeekday(number));
      this.#numbers.push(number);
      this.#changes.push(change);
    }
  }

  at(number: number): { work: boolean; name: string } | undefined {
    return this.#byNumber.get(number);
  }

  /** Sum of the changes of all exceptional days ≤ number. */
  changeUntil(number: number): number {
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#numbers[middle] ?? Infinity) <= number) low = middle + 1;
      else high = middle;
    }
    return this.#changes[low - 1] ?? 0;
  }
}

// Day 0 is Thursday 1970-01-01, so that day −3 is a Monday.
function mondayBased(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

function isWeekday(number: number): boolean {
  return mondayBased(number) < 5;
}

/** Weekdays from Monday 1969-12-29 (day −3) to `number`, in closed form; negative before it. */
function weekdaysUntil(number: number): number {
  return Math.floor((number + 3) / 7) * 5 + Math.min(mondayBased(number) + 1, 5);
}

/** The least day > `after` whose count reaches `count`: doubling steps, then bisection. */
function leastWithCount(countUntil: (number: number) => number, count: number, after: number): number {
  let step = 8;
  while (countUntil(after + step) < count) step *= 2;
  return bisect(countUntil, count, after, after + step);
}

/** The least day whose count reaches `count`, known to lie before `before`. */
function leastWithCountBefore(countUntil: (number: number) => number, count: number, before: number): number {
  let step = 8;
  while (countUntil(before - step) >= count) step *= 2;
  return bisect(countUntil, count, before - step, before);
}

/** Counts never fall, so bisection holds: count(low) < wanted ≤ count(high). */
function bisect(countUntil: (number: number) => number, count: number, low: number, high: number): number {
  let [below, reached] = [low, high];
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (countUntil(middle) >= count) reached = middle;
    else below = middle;
  }
  return reached;
}
