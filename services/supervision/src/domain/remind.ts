import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { NewEvent } from '@huiyin/kernel/event';

import { midnight, type Instant } from './moment.ts';
import type { Watch } from './watch.ts';

/** The term in which a deputy is reminded of the evaluation. */
const FEEDBACK = 'feedback';

type Reminded = Pick<Watch, 'clock' | 'due' | 'reminders'>;

interface Under {
  readonly pack: RulePack;
  readonly calendar: WorkCalendar;
}

/**
 * 提醒反馈 (T20, T21): on the rule pack's workdays after delivery, while the term lasts and nothing was said. A day on
 * which the term is over reminds nobody: then the days of grace run.
 */
function remindersAt({ clock, due }: Reminded, { pack, calendar }: Under): readonly Instant[] {
  const { timing } = clock.course;
  if (clock.key.kind !== FEEDBACK || clock.status !== 'open' || due === undefined) return [];
  return pack.params.feedback_reminders_workdays
    .map((workdays) => calendar.addWorkdays(timing.startDate, workdays))
    .filter((day) => day <= due.date)
    .map(midnight);
}

/** How many reminders are due by an instant; those of a run that was started again count anew. */
export function remindersDue(watch: Reminded, under: Under, at: Instant): number {
  return remindersAt(watch, under).filter((instant) => instant <= at).length;
}

/** Told of the clock's present run. */
export function remindersTold({ clock, reminders }: Reminded): number {
  return reminders?.run === clock.course.run ? reminders.told : 0;
}

/** When the next reminder is due; undefined when none is to come. */
export function nextReminderAt(watch: Reminded, under: Under): Instant | undefined {
  return remindersAt(watch, under)[remindersTold(watch)];
}

/** `ordinal`: 1 for the first reminder of the term. */
export function feedbackReminded(caseId: string, watch: Watch, ordinal: number): NewEvent {
  const { subject, round } = watch.clock.key;
  return {
    type: 'feedback-reminded',
    payload: {
      ...{ suggestionId: caseId, clockId: watch.id, subject, round, ordinal },
      personId: watch.clock.course.owner.personId,
      dueDate: watch.due?.date ?? '',
    },
  };
}
