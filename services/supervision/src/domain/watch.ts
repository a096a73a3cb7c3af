import { dueDate } from '@huiyin/calendar/due-date';
import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { addDays, type LocalDate } from '@huiyin/kernel/local-date';

import type { CaseHistory, Share } from './case-history.ts';
import type { Clock } from './clock.ts';
import { nextColourChange, standingAt, type Standing } from './colour.ts';
import type { Watched } from './colour-rules.ts';
import type { Colour } from './colour-scale.ts';
import { nextRungAt } from './escalation.ts';
import { earliest, midnight, type Instant, type Moment } from './moment.ts';
import { same } from './same.ts';

/** A clock that has been started, running or not. */
export type StartedClock = Exclude<Clock, { status: 'stopped-early' }>;

/** Why a due date is what it is now. */
export type DueCause = 'started' | 'extended' | 'restarted' | 'redefined';

/** The last day, numbered anew each time it changes. Empty for clocks without one. */
export interface Due {
  readonly date: LocalDate;
  readonly version: number;
  /** A holiday notice not published yet may still move it. */
  readonly provisional: boolean;
  readonly history: readonly {
    readonly version: number;
    readonly date: LocalDate;
    readonly cause: DueCause;
    readonly at: Instant;
  }[];
}

/** What has been said and done about the colour a clock has now; forgotten when that colour is left. */
export interface Told {
  readonly urged: boolean;
  readonly headUrged: boolean;
  readonly lettered: boolean;
  readonly talked: boolean;
}

export const NOTHING_TOLD: Told = { urged: false, headUrged: false, lettered: false, talked: false };

/** A watched clock: what supervision has told the world about it so far. */
export interface Watch {
  readonly id: string;
  readonly clock: StartedClock;
  readonly due: Due | undefined;
  /** The unit the ladder climbs on; empty when there is none. */
  readonly unitId: string;
  readonly standing: Standing;
  readonly colourSince: Moment;
  /** Number of the present stay, or of the next one, in each colour: rises each time the colour is left. */
  readonly episodes: Readonly<Record<Colour, number>>;
  /** The due version whose passing has been told; 0 for none. */
  readonly missedVersion: number;
  readonly told: Told;
  readonly nextChangeAt: Instant | undefined;
}

/** The facts of the tenant that dates and colours need. */
export interface References {
  readonly calendar: WorkCalendar;
  /** The pack a running case keeps. Throws for one that was not loaded. */
  readonly pack: (version: string) => RulePack;
  /** The pack in force now, for clocks that supervision starts itself. */
  readonly current: { readonly version: string; readonly pack: RulePack };
}

/** The due version of clocks without a last day, so that firing keys stay total. */
export const UNTIMED_VERSION = 1;

export function dueVersion(watch: Pick<Watch, 'due'>): number {
  return watch.due?.version ?? UNTIMED_VERSION;
}

export function packOf(clock: StartedClock, references: References): RulePack {
  const { rulePackVersion } = clock.course;
  return rulePackVersion === '' ? references.current.pack : references.pack(rulePackVersion);
}

/** The due date of a clock's course; the earlier one is kept while the course stays the same. */
export function dueOf(
  clock: StartedClock,
  before: Watch | undefined,
  references: References,
  at: Instant,
): Due | undefined {
  const cause = dueCause(before?.clock, clock);
  if (cause === 'unchanged') return before?.due;
  const found = lastDay(clock, references);
  if (found === undefined) return undefined;
  const earlier = before?.due;
  if (earlier !== undefined && earlier.date === found.date && cause !== 'restarted') return earlier;
  const version = (earlier?.version ?? 0) + 1;
  const entry = { version, date: found.date, cause, at };
  return { ...found, version, history: [...(earlier?.history ?? []), entry] };
}

function dueCause(before: StartedClock | undefined, now: StartedClock): DueCause | 'unchanged' {
  if (before === undefined) return 'started';
  const [was, is] = [before.course, now.course];
  if (was.run !== is.run) return 'restarted';
  if (!same(was.extension?.term, is.extension?.term)) return 'extended';
  return same(was.timing, is.timing) ? 'unchanged' : 'redefined';
}

function lastDay(
  clock: StartedClock,
  references: References,
): { date: LocalDate; provisional: boolean } | undefined {
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
        calendar: references.calendar,
        rollOver: packOf(clock, references).params.roll_over,
      });
      return { date: due, provisional };
    }
  }
}

/** The share a clock belongs to: its subject is the share's id. */
export function shareOf(clock: StartedClock, history: CaseHistory): Share | undefined {
  return history.shares.get(clock.key.subject);
}

/** The unit named by the clock's owner, else the share's. */
export function unitOf(clock: StartedClock, share: Share | undefined): string {
  const { owner } = clock.course;
  if (owner.unitId !== '') return owner.unitId;
  return owner.kind === 'unit' || clock.course.timing.type === 'untimed' ? (share?.unitId ?? '') : '';
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

/** The first instant at which time alone asks for something: another colour, the miss, the next rung. */
export function nextChangeOf(
  watch: Omit<Watch, 'nextChangeAt'>,
  watched: Watched | undefined,
  history: CaseHistory,
  at: Instant,
): Instant | undefined {
  if (watched === undefined) return undefined;
  const missed = watch.due?.version === watch.missedVersion ? undefined : missedAt(watch.due);
  return earliest([
    missed,
    nextColourChange(watched, history.overrides.get(watch.id) ?? [], at),
    nextRungAt(watch, watched),
  ]);
}
