import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { StartEvent } from '@huiyin/calendar/start-event';
import { dayNumber, type LocalDate } from '@huiyin/kernel/local-date';

/** The rule pack in force and the version that goes into every fact decided by it. */
export interface RulesInForce {
  readonly version: string;
  readonly pack: RulePack;
}

/** Rules of the pack that time evaluation's steps. */
export type TimedKind =
  | 'feedback_lapse_extra'
  | 'rehandle_order'
  | 'rehandle_reply'
  | 'joint_study'
  | 'rectification'
  | 'rectification_acceptance'
  | 'promise_progress'
  | 'archive';

/** A clock is (case, kind, subject, round). `promise` runs to the day promised, `reply` and `feedback` are started by assignment. */
export interface ClockName {
  readonly kind: TimedKind | 'promise' | 'feedback' | 'reply';
  readonly subject: string;
  readonly round: number;
}

/** Who owes what a clock times. */
export type ClockOwner =
  | { readonly owner: 'unit'; readonly unitId: string }
  | { readonly owner: 'deputy'; readonly personId: string }
  | { readonly owner: 'desk' };

/** What evaluation says about a clock (时限). Only supervision turns it into a date. */
export type ClockFact = ClockStart | ClockEnd;

export type ClockStart = ClockName & {
  readonly op: 'start';
  /** The first day is not counted (民法典201). */
  readonly startDate: LocalDate;
  /** What happened on that day. */
  readonly startEvent: StartEvent;
  readonly term: { readonly n: number; readonly unit: string };
  readonly rulePackVersion: string;
} & ClockOwner;

export interface ClockEnd extends ClockName {
  readonly op: 'meet' | 'cancel';
  /** The day it happened. */
  readonly startDate: LocalDate;
}

/** A clock by the rule of the same name. */
export function startClock(
  rules: RulesInForce,
  clock: { readonly kind: TimedKind; readonly subject: string; readonly round: number },
  from: Pick<ClockStart, 'startDate' | 'startEvent'> & { readonly owner: ClockOwner },
): ClockStart {
  const { n, unit } = rules.pack.rules[clock.kind];
  return {
    op: 'start',
    ...clock,
    startDate: from.startDate,
    startEvent: from.startEvent,
    term: { n, unit },
    rulePackVersion: rules.version,
    ...from.owner,
  };
}

/** A clock that runs until a day somebody promised; a day already past is due at once. */
export function startClockUntil(
  rules: RulesInForce,
  clock: {
    readonly subject: string;
    readonly startDate: LocalDate;
    readonly dueOn: LocalDate;
    readonly owner: ClockOwner;
  },
): ClockStart {
  const { subject, startDate, dueOn, owner } = clock;
  const n = Math.max(0, dayNumber(dueOn) - dayNumber(startDate));
  const term = { n, unit: 'day' };
  return {
    op: 'start',
    kind: 'promise',
    subject,
    round: 1,
    startDate,
    startEvent: 'promise',
    term,
    rulePackVersion: rules.version,
    ...owner,
  };
}

/** What the clock timed was done that day. */
export function meetClock(clock: ClockName, on: LocalDate): ClockEnd {
  return { op: 'meet', ...clock, startDate: on };
}

/** What the clock timed is no longer owed from that day on. */
export function cancelClock(clock: ClockName, on: LocalDate): ClockEnd {
  return { op: 'cancel', ...clock, startDate: on };
}
