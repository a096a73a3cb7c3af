import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { fileAfter, type CaseFile } from './case-file.ts';
import type { Moment } from './moment.ts';
import { reviewCase } from './review-case.ts';
import type { References, Watch } from './watch.ts';

/** A clock that a calendar would change. */
export interface ClockEffect {
  readonly before: Watch;
  readonly after: Watch;
}

/**
 * What another calendar would change in a case at a moment: days that move, dates that become firm or provisional,
 * colours that turn. What time alone and the present calendar bring first is not counted.
 */
export function effectOf(
  file: CaseFile,
  present: References,
  calendar: WorkCalendar,
  moment: Moment,
): { readonly number: string; readonly clocks: readonly ClockEffect[] } {
  const now = fileAfter(file, reviewCase(file, [], present, moment));
  const wanted = { ...present, calendar, calendarVersion: present.calendarVersion + 1 };
  const review = reviewCase(now, [], wanted, moment);
  const clocks = review.changed.flatMap((after): ClockEffect[] => {
    const before = now.watches.get(after.id);
    return before !== undefined && isShown(before, after) ? [{ before, after }] : [];
  });
  return { number: review.history.number, clocks };
}

function isShown(before: Watch, after: Watch): boolean {
  return (
    before.due?.date !== after.due?.date ||
    before.due?.provisional !== after.due?.provisional ||
    before.standing.colour !== after.standing.colour
  );
}
