import { addDays, localDate, type LocalDate } from '@huiyin/kernel/local-date';

/** 日 are calendar days, 工作日 are workdays; one is never converted into the other. */
export const TERM_UNITS = ['day', 'workday', 'month'] as const;

export type TermUnit = (typeof TERM_UNITS)[number];

/** A length of time 期限 as the law counts it. */
export interface Term {
  /** A whole number, 0 … MAX_TERM. */
  readonly n: number;
  readonly unit: TermUnit;
}

/** No term of this domain is longer; a larger number is a mistake of entry. */
export const MAX_TERM = 1200;

/** Chinese wording, e.g. 3个月, 5个工作日, 5日. */
export function termText(term: Term): string {
  switch (term.unit) {
    case 'day':
      return `${term.n}日`;
    case 'workday':
      return `${term.n}个工作日`;
    case 'month':
      return `${term.n}个月`;
  }
}

/** Throws a RangeError for a term that is no whole number in 0 … MAX_TERM. */
export function assertTerm(term: Term): void {
  if (!Number.isInteger(term.n) || term.n < 0 || term.n > MAX_TERM) {
    throw new RangeError(`not a term: ${term.n} ${term.unit}`);
  }
}

/** The corresponding day n months later, or that month's last day where there is none (民法典202). */
export function addMonths(day: LocalDate, n: number): LocalDate {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const first = firstOfMonth(month);
  const last = addDays(firstOfMonth(month + 1), -1);
  const corresponding = `${first.slice(0, 8)}${day.slice(8)}`;
  return corresponding < last ? localDate(corresponding) : last;
}

/** `month` counts from January of year 0. */
function firstOfMonth(month: number): LocalDate {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return localDate(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}
