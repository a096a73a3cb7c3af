import type { Term } from '@huiyin/calendar/term';
import { assertNever } from '@huiyin/kernel/assert-never';
import type { LocalDate } from '@huiyin/kernel/local-date';

import type { CaseFact, ClockKey, Owner, Timing } from './fact.ts';
import type { Instant, Moment } from './moment.ts';

/** A granted extension 延期: same start, longer term. */
interface Extension {
  readonly term: Term;
  readonly grantedOn: LocalDate;
  readonly grantedAt: Instant;
  /** Person who agreed. */
  readonly grantedBy: string;
}

/** What a running clock measures. */
interface Course {
  readonly timing: Timing;
  readonly extension: Extension | undefined;
  readonly owner: Owner;
  /** The day on which it passed to its owner from another party; absent while the first one owes it. */
  readonly owedSince?: LocalDate;
  readonly rulePackVersion: string;
  readonly openedAt: Instant;
  /** 1 for the first start, +1 each time it is started again after a stop (a key mark reopens the plan). */
  readonly run: number;
  /** How the run before ended; undefined for the first. */
  readonly stopBefore: Stop | undefined;
}

export interface Stop {
  readonly how: 'met' | 'cancelled';
  readonly on: LocalDate;
}

/** A clock 时限 by status. */
export type Clock =
  /** A stop came from a service whose business time precedes the start: the start will find it done. */
  | {
      readonly status: 'stopped-early';
      readonly key: ClockKey;
      readonly how: 'met' | 'cancelled';
      readonly on: LocalDate;
      readonly at: Instant;
    }
  | { readonly status: 'open'; readonly key: ClockKey; readonly course: Course }
  | {
      readonly status: 'met' | 'cancelled';
      readonly key: ClockKey;
      readonly course: Course;
      readonly on: LocalDate;
      readonly at: Instant;
    };

export type OpenClock = Extract<Clock, { status: 'open' }>;

export type ClockFactBody = Extract<
  CaseFact,
  { type: 'clock-start' | 'clock-extend' | 'clock-meet' | 'clock-cancel' }
>;

/** The rule of the whole term after an extension. */
const EXTENDED_TERM = 'extended_total';

/** What a fact makes of a clock. Total: no owner's fact is refused here, its guard stood at the owner. */
export function evolveClock(
  clock: Clock | undefined,
  fact: ClockFactBody,
  moment: Moment,
): Clock | undefined {
  switch (fact.type) {
    case 'clock-start':
      return start(clock, fact, moment);
    case 'clock-extend':
      return extend(clock, fact, moment);
    case 'clock-meet':
      return stop(clock, fact.key, 'met', { on: fact.on, at: moment.at });
    case 'clock-cancel':
      return stop(clock, fact.key, 'cancelled', { on: fact.on, at: moment.at });
    default:
      return assertNever(fact);
  }
}

/** Ends a clock that is open; anything else stays as it is. */
export function stopOpen(
  clock: Clock,
  how: 'met' | 'cancelled',
  when: { on: LocalDate; at: Instant },
): Clock {
  return clock.status === 'open' ? { ...clock, status: how, ...when } : clock;
}

/** A running clock of a unit whose duties another took over: the other owes it, from the same day and for the same term. */
export function owedBy(clock: Clock, fromUnitId: string, unitId: string): Clock {
  if (clock.status !== 'open' || clock.course.owner.unitId !== fromUnitId) return clock;
  return { ...clock, course: { ...clock.course, owner: { ...clock.course.owner, unitId } } };
}

/** A running clock that another party owes from that day on, from the same start and for the same term. */
export function passedTo(clock: Clock, owner: Owner, on: LocalDate): Clock {
  if (clock.status !== 'open' || clock.course.owner.kind === owner.kind) return clock;
  return { ...clock, course: { ...clock.course, owner, owedSince: on } };
}

/** A running clock of the former lead deputy; one about a merged suggestion's own evaluation is its own lead's. */
export function owedByLead(
  clock: Clock,
  lead: { readonly caseId: string; readonly from: string; readonly to: string },
): Clock {
  if (clock.status !== 'open' || clock.course.owner.personId !== lead.from) return clock;
  const [, signed = lead.caseId] = clock.key.subject.split(':');
  if (signed !== lead.caseId) return clock;
  return { ...clock, course: { ...clock.course, owner: { ...clock.course.owner, personId: lead.to } } };
}

/** A running clock under another version of the rule pack: the same start, that version's term. */
export function underRules(
  clock: Clock,
  moved: {
    readonly version: string;
    readonly terms: readonly { readonly kind: string; readonly term: Term }[];
  },
): Clock {
  // What runs without a rule of the pack, until a day somebody named, is not touched by another pack.
  if (clock.status !== 'open' || clock.course.timing.type !== 'term') return clock;
  const { course, key } = clock;
  const termOf = (kind: string): Term | undefined => moved.terms.find((rule) => rule.kind === kind)?.term;
  const timing = { ...course.timing, term: termOf(key.kind) ?? clock.course.timing.term };
  const extended = course.extension && {
    ...course.extension,
    term: termOf(EXTENDED_TERM) ?? course.extension.term,
  };
  return { ...clock, course: { ...course, timing, extension: extended, rulePackVersion: moved.version } };
}

function start(
  clock: Clock | undefined,
  fact: Extract<ClockFactBody, { type: 'clock-start' }>,
  moment: Moment,
): Clock {
  const { key, timing, owner, rulePackVersion } = fact;
  const course = {
    timing,
    extension: undefined,
    owner,
    rulePackVersion,
    openedAt: moment.at,
    run: 1,
    stopBefore: undefined,
  };
  if (clock === undefined) return { status: 'open', key, course };
  switch (clock.status) {
    case 'stopped-early':
      return { status: clock.how, key, course, on: clock.on, at: clock.at };
    case 'open':
      return {
        status: 'open',
        key,
        course: { ...clock.course, timing, owner, rulePackVersion, extension: undefined },
      };
    case 'met':
    case 'cancelled':
      return {
        status: 'open',
        key,
        course: { ...course, run: clock.course.run + 1, stopBefore: { how: clock.status, on: clock.on } },
      };
    default:
      return assertNever(clock);
  }
}

function extend(
  clock: Clock | undefined,
  { term, grantedBy }: Extract<ClockFactBody, { type: 'clock-extend' }>,
  moment: Moment,
): Clock | undefined {
  if (clock?.status !== 'open') return clock;
  const extension = { term, grantedOn: moment.day, grantedAt: moment.at, grantedBy };
  return { ...clock, course: { ...clock.course, extension } };
}

/** The first stop counts; a later one (the case ended, the plan was amended) changes nothing. */
function stop(
  clock: Clock | undefined,
  key: ClockKey,
  how: 'met' | 'cancelled',
  when: { on: LocalDate; at: Instant },
): Clock {
  if (clock === undefined) return { status: 'stopped-early', key, how, ...when };
  return stopOpen(clock, how, when);
}
