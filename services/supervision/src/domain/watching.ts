import { dueDate } from '@huiyin/calendar/due-date';
import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { addDays, type LocalDate } from '@huiyin/kernel/local-date';

import type { CaseHistory } from './case-history.ts';
import type { Share } from './share.ts';
import { nextColourChange, standingAt, turnsRedAt, type Standing } from './colour.ts';
import type { Watched } from './colour-rules.ts';
import { nextRungAt } from './escalation.ts';
import { earliest, midnight, type Instant, type Moment } from './moment.ts';
import { nextReminderAt } from './remind.ts';
import { same } from './same.ts';
import { packOf, type Due, type DueCause, type References, type StartedClock, type Watch } from './watch.ts';

/**
 * The due date of a clock's course; the earlier one is kept while the course stays the same and the case's dates stand
 * by the present calendar.
 */
export function dueOf(
  clock: StartedClock,
  before: Watch | undefined,
  references: References,
  under: { readonly moment: Moment; readonly calendarVersion: number },
): Due | undefined {
  const { moment, calendarVersion } = under;
  const cause = dueCause(before?.clock, clock);
  const earlier = before?.due;
  if (cause === 'unchanged') {
    const stands = calendarVersion === references.calendarVersion || clock.status !== 'open';
    return stands || earlier === undefined ? earlier : underCalendar(clock, earlier, references, moment);
  }
  const found = lastDay(clock, references);
  if (found === undefined) return undefined;
  if (earlier !== undefined && earlier.date === found.date && cause !== 'restarted') return earlier;
  return nextDue(earlier, found, cause, moment.at);
}

/**
 * A last day under another calendar. Only a day that has not passed moves, and never into the past: nobody is late, or
 * in time, by a notice that came afterwards (domain.md §7.1).
 */
function underCalendar(clock: StartedClock, earlier: Due, references: References, { at, day }: Moment): Due {
  const found = lastDay(clock, references);
  if (found === undefined || earlier.date < day || found.date < day) return earlier;
  if (found.date !== earlier.date) return nextDue(earlier, found, 'calendar', at);
  return found.provisional === earlier.provisional ? earlier : { ...earlier, ...found };
}

function nextDue(earlier: Due | undefined, found: LastDay, cause: DueCause, at: Instant): Due {
  const version = (earlier?.version ?? 0) + 1;
  const entry = { version, date: found.date, cause, at };
  return { ...found, version, history: [...(earlier?.history ?? []), entry] };
}

type LastDay = Pick<Due, 'date' | 'provisional' | 'calendarVersion'>;

function dueCause(before: StartedClock | undefined, now: StartedClock): DueCause | 'unchanged' {
  if (before === undefined) return 'started';
  const [was, is] = [before.course, now.course];
  if (was.run !== is.run) return 'restarted';
  if (!same(was.extension?.term, is.extension?.term)) return 'extended';
  return same(was.timing, is.timing) ? 'unchanged' : 'redefined';
}

function lastDay(clock: StartedClock, references: References): LastDay | undefined {
  const { calendar, calendarVersion } = references;
  const found = lastDayUnder(clock, { calendar, pack: packOf(clock, references) });
  return found && { ...found, calendarVersion };
}

/** The last day of a clock's course by a calendar; undefined for one that has none. */
export function lastDayUnder(
  clock: StartedClock,
  { calendar, pack }: { readonly calendar: WorkCalendar; readonly pack: RulePack },
): { readonly date: LocalDate; readonly provisional: boolean } | undefined {
  const { timing, extension } = clock.course;
  switch (timing.type) {
    case 'untimed':
      return undefined;
    case 'fixed':
      return { date: timing.dueOn, provisional: false };
    case 'term': {
      const { due, provisional } = dueDate({
        start: timing.startDate,
        term: extension?.term ?? timing.term,
        calendar,
        rollOver: pack.params.roll_over,
      });
      return { date: due, provisional };
    }
  }
}

/** The share a clock belongs to: its subject is the share's id. */
export function shareOf(clock: StartedClock, history: CaseHistory): Share | undefined {
  return history.shares.get(clock.key.subject);
}

/** The unit named by the clock's owner, else the share's where a unit owes it. */
export function unitOf(clock: StartedClock, share: Share | undefined): string {
  const { owner } = clock.course;
  if (owner.unitId !== '') return owner.unitId;
  return owner.kind === 'unit' ? (share?.unitId ?? '') : '';
}

/** The instant from which a clock's passing is told; undefined when it has no last day. */
export function missedAt(due: Due | undefined): Instant | undefined {
  return due === undefined ? undefined : midnight(addDays(due.date, 1));
}

/** The colour of a clock at an instant; a stopped clock is green. */
export function standingOf(
  watched: Watched | undefined,
  history: CaseHistory,
  id: string,
  at: Instant,
): Standing {
  if (watched === undefined) return { colour: 'green' };
  return standingAt(watched, history.overrides.get(id) ?? [], at);
}

/** When time alone makes a clock red; a stopped one never turns. */
export function turningRedOf(
  watched: Watched | undefined,
  history: CaseHistory,
  id: string,
  at: Instant,
): Instant | undefined {
  return watched && turnsRedAt(watched, history.overrides.get(id) ?? [], at);
}

/** The first instant at which time alone asks for something: another colour, the miss, the next rung. */
export function nextChangeOf(
  watch: Omit<Watch, 'nextChangeAt' | 'turnsRedAt'>,
  watched: Watched | undefined,
  history: CaseHistory,
  under: { readonly at: Instant; readonly references: References },
): Instant | undefined {
  if (watched === undefined) return undefined;
  const { at, references } = under;
  const { calendar } = references;
  const missed = watch.due?.version === watch.missedVersion ? undefined : missedAt(watch.due);
  return earliest([
    missed,
    nextColourChange(watched, history.overrides.get(watch.id) ?? [], at),
    nextRungAt(watch, watched),
    nextReminderAt(watch, { calendar, pack: packOf(watch.clock, references) }),
  ]);
}
