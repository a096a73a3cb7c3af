import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Clock } from './clock.ts';
import type { Standing } from './colour.ts';
import type { Colour } from './colour-scale.ts';
import type { Instant, Moment } from './moment.ts';

/** A clock that has been started, running or not. */
export type StartedClock = Exclude<Clock, { status: 'stopped-early' }>;

/** Why a due date is what it is now. */
export type DueCause = 'started' | 'extended' | 'restarted' | 'redefined' | 'calendar';

/** The last day, numbered anew each time it changes. Empty for clocks without one. */
export interface Due {
  readonly date: LocalDate;
  readonly version: number;
  /** A holiday notice not published yet may still move it. */
  readonly provisional: boolean;
  /** The calendar it was found by; absent in what was decided before calendars had versions here. */
  readonly calendarVersion?: number;
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
  /** Of the evaluation, and of which run of the clock; absent: none. */
  readonly reminders?: { readonly run: number; readonly told: number };
  readonly nextChangeAt: Instant | undefined;
  /** When time alone makes it red, should nothing be done; undefined when it is red or never will be. */
  readonly turnsRedAt: Instant | undefined;
}

/** The facts of the tenant that dates and colours need. */
export interface References {
  readonly calendar: WorkCalendar;
  readonly calendarVersion: number;
  /** The pack a running case keeps. Throws for one that was not loaded. */
  readonly pack: (version: string) => RulePack;
  /** The pack in force now, for clocks that supervision starts itself. */
  readonly current: { readonly version: string; readonly pack: RulePack };
}

/** The due version of clocks without a last day, so that firing keys stay total. */
const UNTIMED_VERSION = 1;

export function dueVersion(watch: Pick<Watch, 'due'>): number {
  return watch.due?.version ?? UNTIMED_VERSION;
}

export function packOf(clock: StartedClock, references: References): RulePack {
  const { rulePackVersion } = clock.course;
  return rulePackVersion === '' ? references.current.pack : references.pack(rulePackVersion);
}
