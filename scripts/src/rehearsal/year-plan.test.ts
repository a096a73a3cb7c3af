import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { dayNumber, localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import type { ActName, CasePlan } from './case-plan.ts';
import { yearPlan, type YearSize } from './year-plan.ts';

const CALENDAR = workCalendar(chinaOfficialDays());
const YEAR: YearSize = {
  seed: 'a',
  suggestions: 1_200,
  until: localDate('2026-12-31'),
  everyWorkdays: 1,
};
const plans = yearPlan(YEAR, CALENDAR);

const share = (fits: (plan: CasePlan) => boolean): number => plans.filter(fits).length / plans.length;
const has =
  (...acts: readonly ActName[]) =>
  (plan: CasePlan): boolean =>
    plan.acts.some(({ act }) => acts.includes(act));

/** What must have happened before, where both happen. */
const ORDER: readonly (readonly [ActName, ActName])[] = [
  ['submit', 'register'],
  ['register', 'hand-over'],
  ['hand-over', 'dual-confirmation'],
  ['dual-confirmation', 'file-plan'],
  ['file-plan', 'reply'],
  ['give-opinions', 'reply'],
  ['hand-over', 'meet-task-force'],
  ['complete-packages', 'reply'],
  ['on-site-meeting', 'reply'],
  ['contact', 'ask-extension'],
  ['ask-extension', 'reply'],
  ['reply', 'evaluate'],
  ['evaluate', 'reply-again'],
  ['reply', 'look-back'],
  ['look-back', 'rectify'],
  ['reply', 'judge-promises'],
  ['judge-promises', 'supplement'],
  ['supplement', 'seal'],
];

describe('the plan of a year', () => {
  it('is the same for the same seed and another one for another', () => {
    expect(yearPlan(YEAR, CALENDAR)).toEqual(plans);
    expect(yearPlan({ ...YEAR, seed: 'b' }, CALENDAR)).not.toEqual(plans);
  });

  it('has the frequencies of domain.md §6.3', () => {
    expect(share(({ suggestion }) => suggestion.course.resultClass === 'A')).toBeGreaterThan(0.6);
    expect(share(({ suggestion }) => suggestion.course.resultClass === 'A')).toBeLessThan(0.8);
    for (const [fits, low, high] of [
      [({ cosigners }: CasePlan) => cosigners.length > 0, 0.1, 0.2],
      [has('ask-return'), 0.04, 0.1],
      [has('ask-extension'), 0.02, 0.06],
      [has('merge'), 0.01, 0.04],
      [has('reply-again'), 0.005, 0.04],
    ] as const) {
      expect(share(fits)).toBeGreaterThan(low);
      expect(share(fits)).toBeLessThan(high);
    }
  });

  it('keeps the order in which things can happen, on workdays', () => {
    for (const { acts } of plans) {
      for (const [before, after] of ORDER) {
        const at = (name: ActName): number => acts.findIndex(({ act }) => act === name);
        if (at(before) !== -1 && at(after) !== -1) expect(at(before)).toBeLessThan(at(after));
      }
      for (const { day } of acts) expect(CALENDAR.isWorkday(day)).toBe(true);
      expect(acts.map(({ day }) => day)).toEqual(acts.map(({ day }) => day).toSorted());
    }
  });

  it('waits until a unit that did not sign is deemed to have accepted', () => {
    const unsigned = [6, 1]
      .flatMap((everyWorkdays) => yearPlan({ ...YEAR, everyWorkdays }, CALENDAR))
      .filter((plan) => has('dual-confirmation')(plan) && !has('acknowledge')(plan));
    expect(unsigned).not.toEqual([]);
    for (const { acts } of unsigned) {
      const on = (name: ActName): LocalDate => {
        const found = acts.find(({ act }) => act === name);
        if (found === undefined) throw new Error(`${name} is not planned`);
        return found.day;
      };
      expect(dayNumber(on('dual-confirmation')) - dayNumber(on('hand-over'))).toBeGreaterThan(
        sdDistrict.rules.deemed_accepted.n,
      );
    }
  });

  it('lets a unit hear that its promise was judged before it answers', () => {
    const few = yearPlan({ ...YEAR, everyWorkdays: 6 }, CALENDAR);
    for (const { acts } of [...plans, ...few]) {
      const [judged, answered] = (['judge-promises', 'supplement'] as const).map(
        (name) => acts.find(({ act }) => act === name)?.day,
      );
      if (judged !== undefined && answered !== undefined) expect(answered > judged).toBe(true);
    }
    expect(few.some(has('supplement'))).toBe(true);
  });

  it.each([
    ['every workday', plans],
    ['a workday in six', yearPlan({ ...YEAR, everyWorkdays: 6 }, CALENDAR)],
  ])('merges only into a suggestion of the place that is in handling then, acting on %s', (_days, year) => {
    const merged = year.filter(has('merge'));
    expect(merged.length).toBeGreaterThan(0);
    for (const { parent, acts, place, suggestion } of merged) {
      const into = year[parent ?? -1];
      expect(into?.place.tenant).toBe(place.tenant);
      expect(into?.acts.some(({ act }) => act === 'hand-over')).toBe(true);
      const dayOf = (name: ActName, of = into?.acts) => of?.find(({ act }) => act === name)?.day ?? 'never';
      const on = dayOf('merge', acts);
      expect([dayOf('register') <= on, on < dayOf('reply')]).toEqual([true, true]);
      // Both ask for the same: the record keeps what their words share.
      expect(suggestion.title.replace('尽快', '')).toBe(into?.suggestion.title);
    }
  });
});
