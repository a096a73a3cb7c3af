import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { addDays, type LocalDate } from '@huiyin/kernel/local-date';

/** The workdays on which people act in a rehearsal: every `every`-th from the first, in order, `until` included. */
export function actingDays(of: {
  readonly calendar: WorkCalendar;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly every: number;
}): readonly LocalDate[] {
  const days: LocalDate[] = [];
  let workdays = 0;
  for (let day = of.from; day <= of.until; day = addDays(day, 1)) {
    if (!of.calendar.isWorkday(day)) continue;
    if (workdays % of.every === 0) days.push(day);
    workdays += 1;
  }
  return days;
}

/** The first acting day on or after a day; undefined when the rehearsal has ended by then. */
export function actingDayFrom(days: readonly LocalDate[], day: LocalDate): LocalDate | undefined {
  return days.find((each) => each >= day);
}
