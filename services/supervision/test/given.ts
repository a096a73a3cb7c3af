import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import type { NewEvent } from '@huiyin/kernel/event';
import type { CaseFact, FactSource, RecordedFact } from '../src/domain/fact.ts';
import { momentOf, type Moment } from '../src/domain/moment.ts';
import { fileAfter, type CaseFile, type Review } from '../src/domain/case-file.ts';
import { reviewCase } from '../src/domain/review-case.ts';
import type { References, Watch } from '../src/domain/watch.ts';

/** The case of the crossing at 文澜路小学, handled by 区交通运输局 with 区公安局 as co-handler. */
export const CASE = '0190a000-0000-7000-8000-000000000001';
export const LEAD_SHARE = '0190a000-0000-7000-8000-00000000a001';
export const CO_SHARE = '0190a000-0000-7000-8000-00000000a002';
export const TRANSPORT = '0190a000-0000-7000-8000-0000000000b1';
export const POLICE = '0190a000-0000-7000-8000-0000000000b2';
export const RULES = 'sd-district-2026';

export const CALENDAR = workCalendar(chinaOfficialDays());

export const REFERENCES: References = {
  calendar: CALENDAR,
  calendarVersion: 1,
  current: { version: RULES, pack: sdDistrict },
  pack: () => sdDistrict,
};

export function day(text: string): LocalDate {
  return localDate(text);
}

/** A moment of a day in Shanghai, nine in the morning unless told. */
export function on(text: string, time = '09:00'): Moment {
  return momentOf(new Date(`${text}T${time}:00+08:00`));
}

/** 00:00 of a day. */
export function dawn(text: string): Moment {
  return on(text, '00:00');
}

const UNIT_CLOCKS: Readonly<Record<string, { n: number; unit: 'day' | 'workday' | 'month' }>> = {
  reply: { n: 3, unit: 'month' },
  rehandle_reply: { n: 1, unit: 'month' },
  co_opinion: { n: 1, unit: 'month' },
  ack: { n: 3, unit: 'workday' },
  plan: { n: 10, unit: 'workday' },
  dual_confirmation: { n: 20, unit: 'workday' },
  rectification: { n: 15, unit: 'workday' },
};

/** A unit's clock started on a day by the default rule pack. */
export function started(
  kind: string,
  startDate: string,
  more: { subject?: string; round?: number; unitId?: string } = {},
): CaseFact {
  const term = UNIT_CLOCKS[kind] ?? { n: 5, unit: 'workday' };
  return {
    type: 'clock-start',
    key: { kind, subject: more.subject ?? LEAD_SHARE, round: more.round ?? 1 },
    timing: { type: 'term', startDate: day(startDate), term },
    owner: { kind: 'unit', unitId: more.unitId ?? TRANSPORT, personId: '' },
    rulePackVersion: RULES,
  };
}

export function met(kind: string, onDay: string, more: { subject?: string; round?: number } = {}): CaseFact {
  return {
    type: 'clock-meet',
    key: { kind, subject: more.subject ?? LEAD_SHARE, round: more.round ?? 1 },
    on: day(onDay),
  };
}

export function cancelled(kind: string, onDay: string): CaseFact {
  return { type: 'clock-cancel', key: { kind, subject: LEAD_SHARE, round: 1 }, on: day(onDay) };
}

export const SHARE_MADE: CaseFact = {
  type: 'share-made',
  assignmentId: LEAD_SHARE,
  unitId: TRANSPORT,
  role: 'lead',
};
export const NAMED: CaseFact = {
  type: 'named',
  number: '990103-19-5-0030',
  title: '关于在文澜路小学门前增设行人过街设施的建议',
};

/** A case that is told facts, day by day, and remembers everything that was said about it. */
export class ToldCase {
  file: CaseFile = {
    caseId: CASE,
    facts: [],
    watches: new Map(),
    reds: {},
    openTalks: new Set(),
    calendarVersion: 1,
  };
  references = REFERENCES;
  readonly events: NewEvent[] = [];
  readonly reviews: Review[] = [];
  readonly #versions = new Map<FactSource, number>();
  #reached: Moment = on('2020-01-01');

  /** Facts of one event, reviewed at once. */
  tell(source: FactSource, moment: Moment, ...bodies: readonly CaseFact[]): this {
    const version = (this.#versions.get(source) ?? 0) + 1;
    this.#versions.set(source, version);
    const arriving = bodies.map((body, index): RecordedFact => ({ source, version, index, ...moment, body }));
    this.file = { ...this.file, facts: [...this.file.facts, ...arriving] };
    return this.review(moment.at < this.#reached.at ? this.#reached : moment);
  }

  /** Supervision's own facts. */
  decide(moment: Moment, ...own: readonly CaseFact[]): this {
    return this.review(moment, own);
  }

  review(moment: Moment, own: readonly CaseFact[] = []): this {
    const review = reviewCase(this.file, own, this.references, moment);
    this.#reached = moment;
    this.file = fileAfter(this.file, review);
    this.events.push(...review.events);
    this.reviews.push(review);
    return this;
  }

  /** Lets time pass to the end of a day, firing each transition at its own instant as the sweep does. */
  until(last: string): this {
    const limit = on(last, '23:59').at;
    for (;;) {
      const next = [...this.file.watches.values()]
        .flatMap(({ nextChangeAt }) => (nextChangeAt === undefined ? [] : [nextChangeAt]))
        .sort()[0];
      if (next === undefined || next > limit) return this;
      this.review(momentOf(new Date(next)));
    }
  }

  watch(kind: string, round = 1): Watch {
    const found = [...this.file.watches.values()].find(
      ({ clock }) => clock.key.kind === kind && clock.key.round === round,
    );
    if (found === undefined) throw new Error(`no clock ${kind} of round ${round}`);
    return found;
  }

  /** The events of a type, with what matters of them. */
  said(type: string): readonly Readonly<Record<string, unknown>>[] {
    return this.events.filter((event) => event.type === type).map((event) => event.payload);
  }
}

/** The case handed over on Monday 2026-03-02: the reply is due on 2026-06-02. */
export function assignedCase(): ToldCase {
  return new ToldCase().tell(
    'assignment',
    on('2026-03-02'),
    NAMED,
    SHARE_MADE,
    started('reply', '2026-03-02'),
  );
}
