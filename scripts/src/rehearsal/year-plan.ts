import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { congressSessionsOf, DEMO_STARTS_ON } from '@huiyin/demo-city/congress-sessions';
import { PLACES, type Place } from '@huiyin/demo-city/places';
import { seededRandom, type Random } from '@huiyin/demo-city/random';
import { demoSuggestion, textForTitle, type DemoSuggestion } from '@huiyin/demo-city/suggestion';
import { addDays, type LocalDate } from '@huiyin/kernel/local-date';
import { actingDayFrom, actingDays } from './acting-days.ts';
import type { ActName, CasePlan, PlannedAct } from './case-plan.ts';

/** How large a rehearsal is, and how long it goes on. */
export interface YearSize {
  readonly seed: string;
  /** Over the city and its districts. */
  readonly suggestions: number;
  readonly until: LocalDate;
  /** People act on every so manieth workday: fewer days make a quicker year. */
  readonly everyWorkdays: number;
}

// Shares of a year (domain.md §6.3 where it gives one).
const CITY = 0.25;
const KEY = 0.05;
const COMPLEX = 0.12;
const DECLINED = 0.01;
const WITHDRAWN = 0.01;
const RETURN_GRANTED = 0.6;
const UNSIGNED = 0.03;
const REPLIED_LATE = 0.04;
const NOT_EVALUATED = 0.05;
const LOOK_BACK_MET = 0.9;
const PROMISE_KEPT = 0.85;
const LAST_DEPUTY = { city: 40, district: 60 } as const;

/** 代表工委 looks at what came in, and compares it with what it has. */
const REGISTERED_AFTER_DAYS = 1;

/** A unit that does not sign has accepted by then: the demo city's rule pack sd-district gives it five days. */
const DEEMED_ACCEPTED_AFTER_DAYS = 6;

/** What a judged promise changed is heard of by then (T32 gives ten workdays). */
const SUPPLEMENT_AFTER_DAYS = 9;

/** A little oftener than the month that a task force may let pass (domain.md §2.7). */
const MEETS_EVERY_DAYS = 26;

/** Days of the session on which suggestions come in; most on the last, before the cut-off. */
const SESSION_DAYS = { 0: 15, 1: 15, 2: 20, 3: 50 } as const;

/** Everything that everybody will do in a year of the demo city. The same size and seed give the same plan. */
export function yearPlan(size: YearSize, calendar: WorkCalendar): readonly CasePlan[] {
  const days = actingDays({ calendar, from: DEMO_STARTS_ON, until: size.until, every: size.everyWorkdays });
  const plans: CasePlan[] = [];
  for (let index = 0; index < size.suggestions; index += 1) {
    plans.push(casePlan(index, seededRandom(`${size.seed}/${index}`), days, plans));
  }
  return plans;
}

function casePlan(
  index: number,
  random: Random,
  days: readonly LocalDate[],
  earlier: readonly CasePlan[],
): CasePlan {
  const place = placeOf(random);
  const drawn = demoSuggestion(random.fork('text'), place);
  const fate = random.fork('fate');
  const deputies = Array.from({ length: LAST_DEPUTY[place.level] }, (_, at) => loginOf(at));
  const [leadDeputy = '', ...cosigners] = fate.sample(deputies, 1 + drawn.cosignerCount);
  const isKey = fate.chance(KEY);
  const isComplex = drawn.coUnitCodes.length > 1 && fate.chance(COMPLEX);
  const raisedOn = raisedOnOf(place, drawn, fate);
  const comparedOn = actingDayFrom(days, addDays(raisedOn, REGISTERED_AFTER_DAYS));
  const parent = drawn.course.merged ? parentOf(place, drawn, { earlier, comparedOn }) : undefined;
  const suggestion = parent === undefined ? drawn : onSameMatter(drawn, parent, random.fork('same'));
  const known = {
    ...{ index, place, suggestion, leadDeputy, cosigners, isKey, isComplex },
    parent: parent?.index,
  };
  const made = {
    ...known,
    returnGranted: fate.chance(RETURN_GRANTED),
    otherUnit: otherUnitOf(suggestion),
    lookBackMet: fate.chance(LOOK_BACK_MET),
    promiseKept: fate.chance(PROMISE_KEPT),
  };
  const course = courseOf(known, raisedOn, { fate, acting: days });
  return { ...made, promiseDueOn: course.promiseDueOn, acts: onActingDays(course.acts, days) };
}

function placeOf(random: Random): Place {
  const [city, ...districts] = PLACES;
  if (city === undefined) throw new Error('the demo city has no places');
  return random.chance(CITY) ? city : random.pick(districts);
}

function loginOf(index: number): string {
  return index === 0 ? 'deputy' : `deputy-${index + 1}`;
}

/** A unit that could have the case instead: none that has a share of it already. */
function otherUnitOf({ leadUnitCode, coUnitCodes }: DemoSuggestion): string {
  const others = ['zhujian', 'zhifa', 'fagai', 'ziran', 'shuiwu', 'minzheng', 'jiaotong', 'gongxin', 'sifa'];
  const free = others.find((code) => code !== leadUnitCode && !coUnitCodes.includes(code));
  if (free === undefined) throw new Error('every unit has a share already');
  return free;
}

/** A suggestion of the place on the like matter that has its number by then and no reply, and does not end otherwise. */
function parentOf(
  place: Place,
  suggestion: DemoSuggestion,
  among: { readonly earlier: readonly CasePlan[]; readonly comparedOn: LocalDate | undefined },
): CasePlan | undefined {
  const { earlier, comparedOn } = among;
  if (comparedOn === undefined) return undefined;
  return earlier.find(
    (each) =>
      each.place.tenant === place.tenant &&
      each.suggestion.category === suggestion.category &&
      each.suggestion.period === suggestion.period &&
      each.acts.some(({ act, day }) => act === 'register' && day <= comparedOn) &&
      each.acts.some(({ act }) => act === 'hand-over') &&
      !each.acts.some(({ act, day }) => act === 'withdraw' || (act === 'reply' && day <= comparedOn)),
  );
}

/** What is merged asks for what its parent asks for, in words of its own. */
function onSameMatter(suggestion: DemoSuggestion, parent: CasePlan, random: Random): DemoSuggestion {
  const title = parent.suggestion.title.replace(/^关于/, '关于尽快');
  const { leadUnitCode } = parent.suggestion;
  return { ...suggestion, ...textForTitle(random, parent.place, title), leadUnitCode };
}

function raisedOnOf(place: Place, { period }: DemoSuggestion, fate: Random): LocalDate {
  const session = congressSessionsOf(place).at(-1);
  if (session === undefined) throw new Error(`${place.tenant} has no congress session`);
  if (period === 'in-session') return addDays(session.opensOn, Number(fate.weighted(SESSION_DAYS)));
  return addDays(session.closesOn, fate.int(20, 200));
}

interface Course {
  readonly acts: readonly PlannedAct[];
  readonly promiseDueOn: LocalDate;
}

type Known = Pick<CasePlan, 'suggestion' | 'isKey' | 'isComplex' | 'parent'>;

/** What happens to a case, by calendar days; people find the next day on which they act. */
function courseOf(
  known: Known,
  raisedOn: LocalDate,
  { fate, acting }: { readonly fate: Random; readonly acting: readonly LocalDate[] },
): Course {
  const acts: PlannedAct[] = [];
  let day = raisedOn;
  const next = (days: number, act: ActName): void => {
    day = addDays(day, days);
    acts.push({ day, act });
  };
  next(0, 'submit');
  if (fate.chance(DECLINED)) {
    next(1, 'decline');
    return { acts, promiseDueOn: day };
  }
  next(REGISTERED_AFTER_DAYS, 'register');
  if (known.parent !== undefined) {
    next(0, 'merge');
    return { acts, promiseDueOn: day };
  }
  const inSession = known.suggestion.period === 'in-session';
  next(inSession ? fate.int(4, 20) : fate.int(1, 4), 'hand-over');
  if (fate.chance(WITHDRAWN)) {
    next(fate.int(3, 20), 'withdraw');
    return { acts, promiseDueOn: day };
  }
  const handedOverOn = day;
  const isReturned = known.suggestion.course.returnRequested;
  if (fate.chance(UNSIGNED) && !isReturned)
    day = addDays(actingDayFrom(acting, day) ?? day, DEEMED_ACCEPTED_AFTER_DAYS);
  else next(fate.int(0, 2), 'acknowledge');
  if (isReturned) returned(next);
  next(fate.int(4, 12), 'dual-confirmation');
  next(fate.int(3, 8), 'file-plan');
  if (known.suggestion.coUnitCodes.length > 0) next(fate.int(1, 5), 'give-opinions');
  if (known.isKey || known.isComplex) next(fate.int(5, 14), 'on-site-meeting');
  next(fate.int(3, 10), 'contact');
  if (known.isComplex) next(0, 'complete-packages');
  if (known.suggestion.course.extended) next(fate.int(1, 4), 'ask-extension');
  day = laterOf(day, addDays(handedOverOn, replyAfter(known.suggestion, fate)));
  next(1, 'reply');
  const promiseDueOn = addDays(day, fate.int(60, 240));
  concluded(known.suggestion, {
    fate,
    next,
    repliedOn: day,
    promiseDueOn,
    at: (on, act) => acts.push({ day: on, act }),
  });
  if (known.isComplex) acts.push(...monthlyMeetings(handedOverOn, acts));
  return { acts: acts.toSorted((a, b) => a.day.localeCompare(b.day)), promiseDueOn };
}

/** 专班 meets as long as anything is done about the case; a case closed sooner has none any more. */
function monthlyMeetings(formedOn: LocalDate, acts: readonly PlannedAct[]): readonly PlannedAct[] {
  const last = lastOf(acts) ?? formedOn;
  const met: PlannedAct[] = [];
  for (let day = addDays(formedOn, MEETS_EVERY_DAYS); day < last; day = addDays(day, MEETS_EVERY_DAYS))
    met.push({ day, act: 'meet-task-force' });
  return met;
}

type Next = (days: number, act: ActName) => void;

function returned(next: Next): void {
  next(0, 'ask-return');
  next(2, 'decide-return');
  next(2, 'reassign');
}

/** Days from 交办 to the reply: most in the last weeks, a few late, those extended after the first three months. */
function replyAfter({ course }: DemoSuggestion, fate: Random): number {
  if (course.extended) return fate.int(100, 150);
  return fate.chance(REPLIED_LATE) ? fate.int(93, 110) : fate.int(40, 86);
}

function concluded(
  { course }: DemoSuggestion,
  of: {
    readonly fate: Random;
    readonly next: Next;
    readonly repliedOn: LocalDate;
    readonly promiseDueOn: LocalDate;
    readonly at: (day: LocalDate, act: ActName) => void;
  },
): void {
  const { fate, next, repliedOn, promiseDueOn, at } = of;
  if (!fate.chance(NOT_EVALUATED)) {
    next(fate.int(2, 14), 'evaluate');
    if (course.satisfaction === '不满意') {
      next(fate.int(12, 24), 'reply-again');
      next(fate.int(2, 10), 'evaluate-again');
    }
  }
  const lookedBackOn = addDays(repliedOn, fate.int(32, 54));
  at(lookedBackOn, 'look-back');
  at(addDays(lookedBackOn, fate.int(8, 16)), 'rectify');
  if (course.resultClass === 'B') {
    for (let on = addDays(repliedOn, 80); on < promiseDueOn; on = addDays(on, 80)) at(on, 'report-promises');
    at(promiseDueOn, 'judge-promises');
    at(addDays(promiseDueOn, SUPPLEMENT_AFTER_DAYS), 'supplement');
  }
  at(addDays(laterOf(lookedBackOn, course.resultClass === 'B' ? promiseDueOn : lookedBackOn), 25), 'seal');
}

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

/** What is done only if what was decided before calls for it: people hear of that by the next day on which they act. */
const CALLED_FOR: ReadonlySet<ActName> = new Set(['look-back', 'rectify', 'supplement', 'seal']);

/** What can close a case, after which its task force meets no more. */
const CAN_CLOSE: ReadonlySet<ActName> = new Set(['evaluate', 'evaluate-again', 'look-back', 'rectify']);

/**
 * Moved to days on which people act; what would come after the end is left out. What is done only if it is called for
 * comes on a later day than what may call for it, so that no race decides whether it happens.
 */
function onActingDays(acts: readonly PlannedAct[], days: readonly LocalDate[]): readonly PlannedAct[] {
  const moved: PlannedAct[] = [];
  for (const { day, act } of acts) {
    const heardOf = lastOf(moved.filter((earlier) => callsFor(earlier.act, act)));
    const on = actingDayFrom(days, heardOf === undefined ? day : laterOf(day, addDays(heardOf, 1)));
    if (on !== undefined) moved.push({ day: on, act });
  }
  return moved.toSorted((a, b) => a.day.localeCompare(b.day));
}

function callsFor(earlier: ActName, act: ActName): boolean {
  if (act === 'meet-task-force') return CAN_CLOSE.has(earlier);
  return CALLED_FOR.has(act) && earlier !== 'meet-task-force';
}

function lastOf(acts: readonly PlannedAct[]): LocalDate | undefined {
  return acts
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
}
