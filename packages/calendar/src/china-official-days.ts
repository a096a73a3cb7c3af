import chineseDays from 'chinese-days';

import { addDays, localDate } from '@huiyin/kernel/local-date';

import { isWeekend, type CalendarDay } from './work-calendar.ts';

// First year of the State Council notices that the npm package carries.
const FIRST_YEAR = 2004;
// Nobody plans further; it bounds the search for the last year with a notice.
const LAST_YEAR = 2100;

/**
 * Every day on which the State Council's holiday notices (npm chinese-days) differ from the weekday, and the last day
 * they settle. A data source for seeding a tenant's calendar; rules take the calendar as an argument.
 */
export function chinaOfficialDays(): { days: readonly CalendarDay[]; knownUntil: CalendarDay['date'] } {
  let lastYear = FIRST_YEAR;
  while (lastYear < LAST_YEAR && hasNotice(lastYear + 1)) lastYear += 1;

  const days: CalendarDay[] = [];
  const end = localDate(`${lastYear}-12-31`);
  for (let date = localDate(`${FIRST_YEAR}-01-01`); date <= end; date = addDays(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date);
    // Official names read "Spring Festival,春节,4"; ordinary days carry the English weekday.
    const holiday = name.split(',')[1];
    // Holidays on weekends are kept too: their name explains a skipped day better than 星期六 does.
    if (holiday !== undefined && (!work || isWeekend(date))) days.push({ date, off: !work, name: holiday });
  }
  // Next year's notice may still reach back into the last days of December, as it did to 2018-12-29.
  return { days, knownUntil: localDate(`${lastYear}-12-28`) };
}

function hasNotice(year: number): boolean {
  return chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
}
