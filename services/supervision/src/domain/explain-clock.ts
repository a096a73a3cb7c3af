import { dueDate } from '@huiyin/calendar/due-date';
import { explainDueDate, type DueDateExplanation } from '@huiyin/calendar/explanation';
import { latestExtensionRequest } from '@huiyin/calendar/extension-request';
import type { RulePack } from '@huiyin/calendar/rule-pack';
import { START_EVENTS } from '@huiyin/calendar/start-event';
import { termText } from '@huiyin/calendar/term';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';

import { clockKind, isRuleKey } from './clock-kind.ts';
import type { Watch } from './watch.ts';

/** What "为什么是这一天" unfolds for a clock. Texts are empty where there is nothing to say. */
export interface ClockExplanation {
  readonly watch: Watch;
  readonly kindName: string;
  readonly law: string;
  readonly authority: string;
  readonly startEvent: string;
  readonly raw: string;
  readonly skipped: DueDateExplanation['skipped'];
  readonly makeUpDays: DueDateExplanation['makeUpDays'];
  readonly knownUntil: string;
  /** By which version of the calendar the day is counted; 0 where none is. */
  readonly calendarVersion: number;
  readonly originalDue: string;
  readonly latestExtensionRequest: string;
  readonly lines: readonly string[];
}

interface Under {
  readonly pack: RulePack;
  readonly calendar: WorkCalendar;
  readonly calendarVersion: number;
}

/** Explains a clock by the same facts and the same arithmetic that made its date. */
export function explainClock(watch: Watch, under: Under): ClockExplanation {
  const { clock } = watch;
  const { timing, extension } = clock.course;
  const { kind } = clock.key;
  const nothing = {
    watch,
    kindName: clockKind(kind).name,
    law: '',
    authority: '',
    startEvent: '',
    raw: watch.due?.date ?? '',
    skipped: [],
    makeUpDays: [],
    knownUntil: under.calendar.knownUntil,
    calendarVersion: 0,
    originalDue: '',
    latestExtensionRequest: '',
  };
  switch (timing.type) {
    case 'untimed':
      return {
        ...nothing,
        raw: '',
        startEvent: '事由发生之日',
        lines: [`${clockKind(kind).name}自${timing.startDate}起，没有期限，直到原因消除`],
      };
    case 'fixed':
      return {
        ...nothing,
        startEvent: '约定之日',
        lines: [`${timing.startDate}约定，到期日${timing.dueOn}，至24时止`],
      };
    case 'term': {
      const { calendarVersion } = under;
      if (!isRuleKey(kind)) return { ...nothing, calendarVersion, ...explainUnnamed(watch, timing, under) };
      const { startDate: start, startEvent, term } = timing;
      const explained = explainDueDate(
        { kind, start, term, ...(startEvent && { startEvent }), ...(extension && { extension }) },
        under,
      );
      return { ...nothing, calendarVersion, ...ofRule(explained), ...latestRequest(watch, under) };
    }
  }
}

function ofRule(explained: DueDateExplanation) {
  const { rule, start, raw, skipped, makeUpDays, extension, lines } = explained;
  return {
    kindName: rule.name,
    law: rule.law,
    authority: rule.authority,
    startEvent: start.event,
    originalDue: extension?.originalDue ?? '',
    ...{ raw, skipped, makeUpDays, lines },
  };
}

/** Only an open reply that was not extended can still be. */
function latestRequest({ clock, due }: Watch, { pack, calendar }: Under): { latestExtensionRequest: string } {
  const { kind } = clock.key;
  const none = clock.status !== 'open' || kind !== 'reply' || clock.course.extension !== undefined;
  if (none || due === undefined) return { latestExtensionRequest: '' };
  return { latestExtensionRequest: latestExtensionRequest({ due: due.date, pack, calendar }) };
}

/** A term of a kind that the rule pack does not name. */
function explainUnnamed(
  watch: Watch,
  timing: Extract<Watch['clock']['course']['timing'], { type: 'term' }>,
  { pack, calendar }: Under,
) {
  const term = watch.clock.course.extension?.term ?? timing.term;
  const { raw, skipped } = dueDate({
    start: timing.startDate,
    term,
    calendar,
    rollOver: pack.params.roll_over,
  });
  const last = watch.due?.date ?? raw;
  const { startEvent: usual = '起算之日', basis } = clockKind(watch.clock.key.kind);
  const startEvent = timing.startEvent === undefined ? usual : START_EVENTS[timing.startEvent];
  const counted = startEvent === '起算之日' ? '' : startEvent;
  return {
    raw,
    skipped,
    startEvent,
    authority: basis === undefined ? '' : 'D',
    lines: [
      `自${counted}${timing.startDate}起${termText(term)}，到期日${last}，至24时止`,
      ...(basis === undefined ? [] : [basis]),
    ],
  };
}
