import type { RuleKey, RulePack } from '@huiyin/calendar/rule-pack';
import type { StartEvent } from '@huiyin/calendar/start-event';
import type { LocalDate } from '@huiyin/kernel/local-date';

/** The rule pack in force and the version that goes into every fact decided by it. */
export interface RulesInForce {
  readonly version: string;
  readonly pack: RulePack;
}

/** What meeting says about a clock (时限). Only supervision turns it into a date. */
export type ClockFact = ClockStart | ClockEnd;

/** Which clock of a case: the share it times, and 1 for the first handling, +1 for each re-handling. */
export interface ClockName {
  readonly kind: Extract<RuleKey, 'dual_confirmation' | 'on_site' | 'look_back'>;
  readonly subject: string;
  readonly round: number;
}

export interface ClockStart extends ClockName {
  readonly op: 'start';
  /** The first day is not counted (民法典201). */
  readonly startDate: LocalDate;
  /** What happened on that day. */
  readonly startEvent: StartEvent;
  readonly term: { readonly n: number; readonly unit: string };
  readonly rulePackVersion: string;
  /** 代表工委 owes the look-back; the other clocks of meetings are started by assignment. */
  readonly owner: 'desk';
}

export interface ClockEnd extends ClockName {
  readonly op: 'meet' | 'cancel';
  /** The day it happened. */
  readonly startDate: LocalDate;
}

/** A clock of 代表工委 by the rule of the same name. */
export function startClock(
  rules: RulesInForce,
  clock: ClockName & Pick<ClockStart, 'startDate' | 'startEvent'>,
): ClockStart {
  const { n, unit } = rules.pack.rules[clock.kind];
  return { op: 'start', ...clock, term: { n, unit }, rulePackVersion: rules.version, owner: 'desk' };
}

/** What the clock timed was done that day. */
export function meetClock(clock: ClockName, on: LocalDate): ClockEnd {
  return { op: 'meet', ...clock, startDate: on };
}

/** What the clock timed is no longer owed from that day on. */
export function cancelClock(clock: ClockName, on: LocalDate): ClockEnd {
  return { op: 'cancel', ...clock, startDate: on };
}
