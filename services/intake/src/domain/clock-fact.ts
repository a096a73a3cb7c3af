import type { RuleKey, RulePack } from '@huiyin/calendar/rule-pack';
import type { StartEvent } from '@huiyin/calendar/start-event';
import type { LocalDate } from '@huiyin/kernel/local-date';

/** The rule pack in force and the version that goes into every fact decided by it. */
export interface RulesInForce {
  readonly version: string;
  readonly pack: RulePack;
}

/** Who owes what a clock times. */
type ClockOwner = 'deputy' | 'desk';

/**
 * What intake says about a clock (时限). Only supervision turns it into a date. `round` tells repeated clocks of one
 * kind apart: the text version for registration, the running number for pre-reviews.
 */
export type ClockFact = ClockStart | ClockEnd;

export interface ClockStart {
  readonly op: 'start';
  readonly kind: RuleKey;
  readonly subject: string;
  readonly round: number;
  /** The first day is not counted (民法典201). */
  readonly startDate: LocalDate;
  /** What happened on that day. */
  readonly startEvent: StartEvent;
  readonly term: { readonly n: number; readonly unit: string };
  readonly rulePackVersion: string;
  readonly owner: ClockOwner;
}

export interface ClockEnd {
  readonly op: 'meet' | 'cancel';
  readonly kind: RuleKey;
  readonly subject: string;
  readonly round: number;
  /** The day it happened. */
  readonly startDate: LocalDate;
}

/** A clock of the desk that starts by rule `kind` of the pack in force. */
export function startClock(
  rules: RulesInForce,
  clock: { kind: RuleKey; subject: string; round: number; startDate: LocalDate; startEvent: StartEvent },
): ClockStart {
  const { n, unit } = rules.pack.rules[clock.kind];
  return { op: 'start', ...clock, term: { n, unit }, rulePackVersion: rules.version, owner: 'desk' };
}

/** What the clock timed was done that day. */
export function meetClock(clock: { kind: RuleKey; subject: string; round: number; on: LocalDate }): ClockEnd {
  const { on, ...which } = clock;
  return { op: 'meet', ...which, startDate: on };
}

/** What the clock timed is no longer owed from that day on. */
export function cancelClock(clock: {
  kind: RuleKey;
  subject: string;
  round: number;
  on: LocalDate;
}): ClockEnd {
  const { on, ...which } = clock;
  return { op: 'cancel', ...which, startDate: on };
}
