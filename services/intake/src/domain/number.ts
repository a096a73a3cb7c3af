import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Period } from './suggestion.ts';

/** What a registration number is made of (decisions.md 27). */
export interface NumberParts {
  /** Six digits of the place. */
  readonly area: string;
  readonly period: Period;
  readonly registeredOn: LocalDate;
}

/** The counter a number is drawn from: one a session, one a year between sessions. Never reused, gaps explained. */
export function seriesOf({ period, registeredOn }: Pick<NumberParts, 'period' | 'registeredOn'>): string {
  return period.kind === 'in-session'
    ? `${period.congressTerm}-${period.congressSession}`
    : `${period.congressTerm}-B${yearOf(registeredOn)}`;
}

/** Fills the tenant's pattern: {area} {term} {session} {year} {n} and {n:04} for zeros in front. */
export function formatNumber(pattern: string, parts: NumberParts, n: number): string {
  const { period } = parts;
  const values: Record<string, string> = {
    area: parts.area,
    term: String(period.congressTerm),
    session: period.kind === 'in-session' ? String(period.congressSession) : '',
    year: yearOf(parts.registeredOn),
    n: String(n),
  };
  return pattern.replace(/\{(\w+)(?::0(\d))?\}/g, (whole, key: string, width: string | undefined) => {
    const value = values[key];
    if (value === undefined) throw new Error(`number pattern names ${whole}, which no suggestion has`);
    return value.padStart(Number(width ?? 0), '0');
  });
}

/** What people say: 第30号 of the session, 闭会第8号 of the year. */
export function displayNumberOf(period: Period, n: number): string {
  return period.kind === 'in-session' ? `第${n}号` : `闭会第${n}号`;
}

function yearOf(day: LocalDate): string {
  return day.slice(0, 4);
}
