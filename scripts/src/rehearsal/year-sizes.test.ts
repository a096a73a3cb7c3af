import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import { ACTS } from './acts.ts';
import type { ActName, CasePlan } from './case-plan.ts';
import { yearPlan } from './year-plan.ts';
import { SEED, SMALL_YEAR, WHOLE_YEAR } from './year-sizes.ts';

const CALENDAR = workCalendar(chinaOfficialDays());
const common = { seed: SEED, until: localDate('2026-12-31') };

type Fits = (plan: CasePlan) => boolean;
const has =
  (act: ActName): Fits =>
  (plan) =>
    plan.acts.some((each) => each.act === act);
const isClass =
  (...classes: readonly string[]): Fits =>
  ({ suggestion }) =>
    classes.includes(suggestion.course.resultClass);
const isGraded =
  (grade: string): Fits =>
  ({ suggestion }) =>
    suggestion.course.satisfaction === grade;

describe('the year that is rehearsed', () => {
  const plans = yearPlan({ ...common, ...WHOLE_YEAR }, CALENDAR);
  const replied = plans.filter(has('reply'));
  const evaluated = plans.filter(has('evaluate'));

  // domain.md §6.3, per cent; a point to either side where it gives one number.
  it.each<[string, readonly CasePlan[], Fits, number, number]>([
    ['class A', replied, isClass('A'), 60, 80],
    ['class B', replied, isClass('B'), 15, 35],
    ['class C or D', replied, isClass('C', 'D'), 2, 15],
    ['满意', evaluated, isGraded('满意'), 89, 91],
    ['基本满意', evaluated, isGraded('基本满意'), 7, 9],
    ['不满意', evaluated, isGraded('不满意'), 1, 3],
    ['extended', plans, has('ask-extension'), 3, 5],
    ['asked to be returned', plans, has('ask-return'), 5, 10],
    ['between sessions', plans, ({ suggestion }) => suggestion.period === 'between-sessions', 1, 5],
    ['co-signed', plans, ({ cosigners }) => cosigners.length > 0, 14, 16],
    ['merged', plans, has('merge'), 2, 4],
  ])('has as many as are usual that are %s', (_what, of, fits, low, high) => {
    const share = (of.filter(fits).length / of.length) * 100;
    expect(share).toBeGreaterThanOrEqual(low);
    expect(share).toBeLessThanOrEqual(high);
  });

  it('has everything that anybody does in its small size too', () => {
    const acted = new Set(
      yearPlan({ ...common, ...SMALL_YEAR }, CALENDAR).flatMap(({ acts }) => acts.map(({ act }) => act)),
    );
    expect(Object.keys(ACTS).filter((act) => !acted.has(act as ActName))).toEqual([]);
  });
});
