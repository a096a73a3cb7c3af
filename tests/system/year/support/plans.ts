import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate } from '@huiyin/kernel/local-date';
import { yearPlan, type YearSize } from '@huiyin/scripts/rehearsal/year-plan';

/** Few cases, and of this seed nearly every fate among them: see the first test of m29. */
export const SIZE: YearSize = {
  seed: 'year-3771',
  suggestions: 29,
  until: localDate('2026-12-31'),
  everyWorkdays: 6,
};

export const CALENDAR = workCalendar(chinaOfficialDays());

/** What the city of these tests has lived. */
export const PLANS = yearPlan(SIZE, CALENDAR);
