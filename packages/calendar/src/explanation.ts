import { addDays, dayNumber, fromDayNumber, type LocalDate } from '@huiyin/kernel/local-date';

import { dueDate, type DueDate, type SkippedDay } from './due-date.ts';
import { latestExtensionRequest } from './extension-request.ts';
import type { RuleKey, RulePack } from './rule-pack.ts';
import { START_EVENTS, type StartEvent } from './start-event.ts';
import { termText, type Term } from './term.ts';
import { isWeekend, weekdayName, type WorkCalendar } from './work-calendar.ts';

/** Everything "为什么是这一天" unfolds. `lines` says the same in Chinese, in reading order. */
export interface DueDateExplanation {
  readonly rule: {
    readonly key: RuleKey;
    readonly name: string;
    readonly law: string;
    readonly authority: 'L' | 'D';
  };
  readonly start: { readonly date: LocalDate; readonly event: string };
  readonly term: Term;
  readonly raw: LocalDate;
  readonly skipped: readonly SkippedDay[];
  /** Weekend days that counted, because the notices make them workdays. Workday terms only. */
  readonly makeUpDays: readonly { readonly date: LocalDate; readonly name: string }[];
  readonly due: LocalDate;
  readonly provisional: boolean;
  readonly knownUntil: LocalDate;
  readonly extension?: {
    readonly grantedOn: LocalDate;
    readonly originalDue: LocalDate;
    readonly law: string;
  };
  /** Replies not extended yet: the last day to ask for it. */
  readonly latestExtensionRequest?: LocalDate;
  readonly lines: readonly string[];
}

/** The facts of one clock, as its owner's events fixed them. */
export interface ExplainedClock {
  readonly kind: RuleKey;
  readonly start: LocalDate;
  /** What happened on that day; absent on clocks made before it was named: the start of the rule. */
  readonly startEvent?: StartEvent;
  /** The term first given. */
  readonly term: Term;
  /** A granted extension: same start, longer term. */
  readonly extension?: { readonly term: Term; readonly grantedOn: LocalDate };
}

/** Explains a clock's due date from the same facts and the same arithmetic that made it. */
export function explainDueDate(
  clock: ExplainedClock,
  under: { readonly pack: RulePack; readonly calendar: WorkCalendar },
): DueDateExplanation {
  const { pack, calendar } = under;
  const rule = pack.rules[clock.kind];
  const rollOver = pack.params.roll_over;
  const compute = (term: Term): DueDate => dueDate({ start: clock.start, term, calendar, rollOver });
  const term = clock.extension?.term ?? clock.term;
  const date = compute(term);
  const canAsk =
    clock.kind === 'reply' && clock.extension === undefined && pack.params.extension_max_times > 0;
  const facts = {
    rule: { key: clock.kind, name: rule.name, law: rule.law, authority: rule.authority },
    start: { date: clock.start, event: START_EVENTS[clock.startEvent ?? rule.from] },
    term: { n: term.n, unit: term.unit },
    raw: date.raw,
    skipped: date.skipped,
    makeUpDays: term.unit === 'workday' ? makeUpDays(calendar, clock.start, date.due) : [],
    due: date.due,
    provisional: date.provisional,
    knownUntil: calendar.knownUntil,
    ...(clock.extension && {
      extension: {
        grantedOn: clock.extension.grantedOn,
        originalDue: compute(clock.term).due,
        law: pack.rules.extended_total.law,
      },
    }),
    ...(canAsk && { latestExtensionRequest: latestExtensionRequest({ due: date.due, pack, calendar }) }),
  };
  return { ...facts, lines: lines(facts) };
}

function makeUpDays(
  calendar: WorkCalendar,
  start: LocalDate,
  due: LocalDate,
): { date: LocalDate; name: string }[] {
  const found: { date: LocalDate; name: string }[] = [];
  for (let number = dayNumber(start) + 1; number <= dayNumber(due); number += 1) {
    const date = fromDayNumber(number);
    if (isWeekend(date) && calendar.isWorkday(date)) {
      found.push({ date, name: calendar.holidayName(date) ?? weekdayName(date) });
    }
  }
  return found;
}

function lines(facts: Omit<DueDateExplanation, 'lines'>): string[] {
  const { start, rule, term, extension } = facts;
  return [
    `${start.event}${withWeekday(start.date)}，当日不计入（民法典第二百零一条），自${addDays(start.date, 1)}起算`,
    `${rule.name}${termText(term)}：${basis(extension?.law ?? rule.law)}`,
    ...(extension ? [`${extension.grantedOn}同意延期，原到期日${extension.originalDue}，起算日不变`] : []),
    ...facts.makeUpDays.map((day) => `${withWeekday(day.date)}因${day.name}调休上班，计入`),
    ...(term.unit === 'workday'
      ? facts.skipped.map((day) => `${day.date}${day.name}，非工作日，不计入`)
      : [
          `期限最后一日为${withWeekday(facts.raw)}`,
          ...facts.skipped.map((day) => `${day.date}${day.name}，休息，顺延（民法典第二百零三条）`),
        ]),
    `到期日${withWeekday(facts.due)}，至24时止`,
    ...(facts.latestExtensionRequest
      ? [`需要延期的，最迟于${withWeekday(facts.latestExtensionRequest)}提出申请`]
      : []),
    ...(facts.provisional
      ? [`放假安排只公布到${facts.knownUntil}，此日期为暂定，新的放假通知公布后重新计算`]
      : []),
  ];
}

/** An article is what the term rests on; a default or a borrowed figure says so itself (平台默认值…, 参照…). */
function basis(law: string): string {
  return /^(平台默认值|参照)/.test(law) ? law : `依据${law}`;
}

function withWeekday(day: LocalDate): string {
  return `${day}（${weekdayName(day)}）`;
}
