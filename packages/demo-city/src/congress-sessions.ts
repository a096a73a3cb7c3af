import { stableId } from '@huiyin/kernel/ids';
import { addDays, localDate, type LocalDate } from '@huiyin/kernel/local-date';

import type { Place } from './places.ts';

/** A session 次 of a congress 届. */
export interface DemoCongressSession {
  readonly congressSessionId: string;
  readonly tenant: string;
  readonly congressTerm: number;
  readonly congressSession: number;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  /** RFC 3339. What is submitted later counts as between sessions. */
  readonly cutOffAt: string;
}

/** First day of the demo city's business time: the districts' fifth session opens. */
export const DEMO_STARTS_ON = localDate('2026-01-05');

const DISTRICT_TERM = 19;
const CITY_TERM = 17;
const FIRST_YEAR = 2022;

// Opening days of the five sessions: working Mondays, the city a fortnight after its districts.
const OPENINGS = ['2022-01-10', '2023-01-09', '2024-01-08', '2025-01-06', DEMO_STARTS_ON].map(localDate);

/** The five sessions of the present term; the fifth is the current one in January 2026. */
export function congressSessionsOf(place: Place): DemoCongressSession[] {
  const city = place.level === 'city';
  const congressTerm = city ? CITY_TERM : DISTRICT_TERM;
  return OPENINGS.map((opening, index) => {
    const opensOn = addDays(opening, city ? 14 : 0);
    const name = `${FIRST_YEAR + index}`;
    return {
      congressSessionId: stableId('demo-city', place.tenant, 'congress-session', name),
      tenant: place.tenant,
      congressTerm,
      congressSession: index + 1,
      opensOn,
      closesOn: addDays(opensOn, 4),
      cutOffAt: `${addDays(opensOn, 3)}T18:00:00+08:00`,
    };
  });
}

/** 一 … 九十九, as sessions are counted in writing. */
export function chineseNumber(n: number): string {
  const digit = (d: number): string => '零一二三四五六七八九'.charAt(d);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return digit(ones);
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
}
