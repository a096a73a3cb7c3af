import type { Term } from '@huiyin/calendar/term';
import type { NewEvent } from '@huiyin/kernel/event';
import { dayNumber, type LocalDate } from '@huiyin/kernel/local-date';

import type { Stop } from './clock.ts';
import type { CaseFact, Timing } from './fact.ts';
import { COLOUR_NAMES, type Colour } from './colour-scale.ts';
import type { Standing } from './colour.ts';
import { dueVersion, type StartedClock, type Watch } from './watch.ts';

/** The event forms of supervision, in the JSON of proto/huiyin/supervision/v1/events.proto. */

type Timed = Extract<CaseFact, { type: 'clock-start' | 'clock-meet' | 'clock-cancel' }>;

export function clockStarted(caseId: string, watch: Watch): NewEvent {
  const { clock, due } = watch;
  const { timing, extension, owner, rulePackVersion } = clock.course;
  return {
    type: 'clock-started',
    payload: {
      suggestionId: caseId,
      clockId: watch.id,
      ...clock.key,
      startDate: timing.startDate,
      ...termJson(timing, extension?.term),
      dueDate: due?.date ?? '',
      dueVersion: dueVersion(watch),
      provisional: due?.provisional ?? false,
      owner: owner.kind,
      unitId: watch.unitId,
      personId: owner.personId,
      rulePackVersion,
    },
  };
}

function termJson(timing: Timing, extended?: Term): { term?: Term } {
  switch (timing.type) {
    case 'untimed':
      return {};
    case 'fixed':
      return { term: { n: dayNumber(timing.dueOn) - dayNumber(timing.startDate), unit: 'day' } };
    case 'term':
      return { term: extended ?? timing.term };
  }
}

export function clockStopped(caseId: string, watch: Watch, stop: Stop): NewEvent {
  const shared = { suggestionId: caseId, clockId: watch.id, kind: watch.clock.key.kind };
  if (stop.how === 'cancelled') return { type: 'clock-cancelled', payload: shared };
  const onTime = watch.due === undefined || stop.on <= watch.due.date;
  return { type: 'clock-met', payload: { ...shared, metOn: stop.on, onTime } };
}

export function clockMissed(caseId: string, watch: Watch): NewEvent {
  return {
    type: 'clock-missed',
    payload: {
      suggestionId: caseId,
      clockId: watch.id,
      ...watch.clock.key,
      dueDate: watch.due?.date ?? '',
      dueVersion: dueVersion(watch),
    },
  };
}

export function clockMoved(caseId: string, watch: Watch, from: LocalDate): NewEvent {
  return {
    type: 'clock-moved',
    payload: {
      suggestionId: caseId,
      clockId: watch.id,
      kind: watch.clock.key.kind,
      fromDate: from,
      dueDate: watch.due?.date ?? '',
      dueVersion: dueVersion(watch),
      cause: from === watch.due?.date ? 'calendar' : (watch.due?.history.at(-1)?.cause ?? ''),
      provisional: watch.due?.provisional ?? false,
    },
  };
}

export interface ColourChange {
  readonly from: Colour;
  /** After the change. */
  readonly watch: Watch;
  readonly rule: string;
  readonly caseColour: Colour;
  /** Committees that oversee the case. */
  readonly overseerIds: readonly string[];
}

export function colourChanged(caseId: string, change: ColourChange): NewEvent {
  const { watch } = change;
  const { colour } = watch.standing;
  return {
    type: 'colour-changed',
    payload: {
      suggestionId: caseId,
      clockId: watch.id,
      kind: watch.clock.key.kind,
      fromColour: change.from,
      toColour: colour,
      rule: change.rule,
      dueVersion: dueVersion(watch),
      episode: watch.episodes[colour],
      caseColour: change.caseColour,
      unitId: watch.unitId,
      evidence: evidence(watch),
      ...owing(change),
    },
  };
}

/** Who owes the step, so that whoever owes it can be told. */
function owing({ watch, overseerIds }: ColourChange): Record<string, unknown> {
  const { kind, personId, office = '' } = watch.clock.course.owner;
  const overseers = kind === 'committee' ? overseerIds : [];
  return { owner: kind, decidingOffice: office, personId, overseerIds: overseers };
}

/** Why a clock has its colour, in words. */
export function evidence(watch: Pick<Watch, 'standing' | 'due' | 'clock'>): string {
  const due = watch.due === undefined ? '' : `，到期日${watch.due.date}`;
  return `${reasonOf(watch.standing, watch.clock)}${due}`;
}

function reasonOf(standing: Standing, clock: StartedClock): string {
  if (standing.colour !== 'green') return `${standing.cause.reason}（${standing.cause.source}）`;
  switch (clock.status) {
    case 'open':
      return `预警原因已消除，恢复${COLOUR_NAMES.green}色`;
    case 'met':
      return `已于${clock.on}完成`;
    case 'cancelled':
      return `已于${clock.on}终止`;
  }
}

/** The JSON form of a clock fact inside an event that supervision decides. */
export function clockFactJson(fact: Timed): Record<string, unknown> {
  switch (fact.type) {
    case 'clock-meet':
      return { op: 'CLOCK_OP_MEET', ...fact.key, startDate: fact.on };
    case 'clock-cancel':
      return { op: 'CLOCK_OP_CANCEL', ...fact.key, startDate: fact.on };
    case 'clock-start': {
      const { key, timing, owner, rulePackVersion } = fact;
      return {
        op: 'CLOCK_OP_START',
        ...key,
        startDate: timing.startDate,
        ...(timing.type === 'term' && timing.startEvent && { startEvent: timing.startEvent }),
        ...termJson(timing),
        rulePackVersion,
        owner: owner.kind,
        unitId: owner.unitId,
        personId: owner.personId,
      };
    }
  }
}
