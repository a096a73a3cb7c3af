import { dueDate } from '@huiyin/calendar/due-date';
import type { RuleKey, RulePack } from '@huiyin/calendar/rule-pack';
import type { StartEvent } from '@huiyin/calendar/start-event';
import { assertTerm, type Term } from '@huiyin/calendar/term';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { LocalDate } from '@huiyin/kernel/local-date';

/** What a pure rule knows about the moment: the day, the rules in force and the working days. */
export interface Circumstances {
  readonly today: LocalDate;
  readonly pack: RulePack;
  readonly packVersion: string;
  readonly calendar: WorkCalendar;
}

/** Rules of the pack, and what runs to a day or for a term that no law gives. */
export type ClockKind = RuleKey | 'work_package' | 'task_force_meeting';

/** Names one clock 时限 of a case. */
export interface ClockName {
  readonly kind: ClockKind;
  readonly subject: string;
  readonly round: number;
}

/** Who owes what a clock times. */
export type ClockOwner =
  | { readonly owner: 'unit'; readonly unitId: string }
  | { readonly owner: 'deputy'; readonly personId: string }
  | { readonly owner: 'desk' }
  | { readonly owner: 'office' };

/** A statement about a clock, as its event carries it. Supervision turns it into a date. */
export type ClockFact =
  | (ClockName & {
      readonly op: 'start' | 'extend';
      readonly startDate: LocalDate;
      /** What happened on that day; absent in facts told before it was named, and in extensions. */
      readonly startEvent?: StartEvent;
      readonly term: Term;
      readonly rulePackVersion: string;
      readonly owner: string;
      readonly unitId: string;
      readonly personId: string;
    })
  | (ClockName & { readonly op: 'meet' | 'cancel'; readonly startDate: LocalDate });

/** A clock this case has running, with the facts its due date follows from. */
export interface OpenClock extends ClockName {
  readonly startDate: LocalDate;
  /** Absent on clocks started before it was named. */
  readonly startEvent?: StartEvent;
  readonly term: Term;
}

/** The day from which a clock counts, and what happened on it. */
export interface ClockFrom {
  readonly startDate: LocalDate;
  readonly startEvent: StartEvent;
}

/** Starts a clock with the active rule pack's term. */
export function startClock(
  name: ClockName & { readonly kind: RuleKey },
  owner: ClockOwner,
  from: ClockFrom & { readonly under: Circumstances },
): ClockFact {
  const { n, unit } = from.under.pack.rules[name.kind];
  return startClockFor(name, owner, { ...from, term: { n, unit } });
}

/** Starts a clock with a term that the rule pack does not give. Throws a RangeError for one that nobody could time. */
export function startClockFor(
  name: ClockName,
  owner: ClockOwner,
  from: ClockFrom & { readonly under: Circumstances; readonly term: Term },
): ClockFact {
  assertTerm(from.term);
  return {
    op: 'start',
    kind: name.kind,
    subject: name.subject,
    round: name.round,
    startDate: from.startDate,
    startEvent: from.startEvent,
    term: from.term,
    rulePackVersion: from.under.packVersion,
    owner: owner.owner,
    unitId: owner.owner === 'unit' ? owner.unitId : '',
    personId: owner.owner === 'deputy' ? owner.personId : '',
  };
}

export function meetClock(name: ClockName, on: LocalDate): ClockFact {
  return { op: 'meet', kind: name.kind, subject: name.subject, round: name.round, startDate: on };
}

export function cancelClock(name: ClockName, on: LocalDate): ClockFact {
  return { op: 'cancel', kind: name.kind, subject: name.subject, round: name.round, startDate: on };
}

/** The running clocks after some facts. A stop without a start changes nothing. */
export function applyClockFacts(
  open: readonly OpenClock[],
  facts: readonly ClockFact[],
): readonly OpenClock[] {
  return facts.reduce<readonly OpenClock[]>((clocks, fact) => {
    const others = clocks.filter((clock) => !sameClock(clock, fact));
    if (!('term' in fact)) return others;
    const { kind, subject, round, startDate, term } = fact;
    // A longer term counts from the same event.
    const before = fact.op === 'extend' ? clocks.find((clock) => sameClock(clock, fact)) : undefined;
    const { startEvent } = before ?? fact;
    return [...others, { kind, subject, round, startDate, ...(startEvent && { startEvent }), term }];
  }, open);
}

export function sameClock(a: ClockName, b: ClockName): boolean {
  return a.kind === b.kind && a.subject === b.subject && a.round === b.round;
}

/** The last day of a term from a day, under the case's circumstances. */
export function lastDay(start: LocalDate, term: Term, under: Circumstances): LocalDate {
  return dueDate({ start, term, calendar: under.calendar, rollOver: under.pack.params.roll_over }).due;
}
