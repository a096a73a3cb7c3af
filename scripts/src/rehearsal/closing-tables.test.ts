import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import { Cast } from '../road/cast.ts';
import { GRADES, isPlanned } from './case-plan.ts';
import { newRun, type CaseRun } from './case-run.ts';
import type { ClosedCase } from './closing-cases.ts';
import { tableDifferences, type YearTables } from './closing-tables.ts';
import { yearPlan } from './year-plan.ts';

const size = { seed: 'tables', suggestions: 20, until: localDate('2026-12-31'), everyWorkdays: 6 };
const cast = new Cast('http://127.0.0.1:1', 'donghu');
const runs: readonly CaseRun[] = yearPlan(size, workCalendar(chinaOfficialDays())).map((plan, index) => ({
  ...newRun(plan, cast),
  suggestionId: `case-${index}`,
}));

const cases: readonly ClosedCase[] = runs.map(({ plan, suggestionId }) => ({
  ...{ caseId: suggestionId, number: '', stage: 'archived', colour: 'none' },
  ...{ title: plan.suggestion.title, category: plan.suggestion.category },
}));
const categories = [...Map.groupBy(cases, ({ category }) => category)].map(([key, of]) => ({
  ...{ key, count: of.length },
}));

const promising = runs.filter(
  ({ plan }) => isPlanned(plan, 'reply') && plan.suggestion.course.resultClass === 'B',
);
const answered = runs.filter(({ plan }) => isPlanned(plan, 'reply'));

/** What the desk reads when everything went as planned. */
const asLived: YearTables = {
  counts: {
    ...{ total: cases.length, byYear: [{ key: '2026', count: cases.length }], byCategory: categories },
    byLeadUnit: [{ key: 'jiaotong', count: cases.length }],
  },
  board: {
    ...{ clocks: { red: 1, yellow: 0, green: 2 }, redWithoutOwner: 0 },
    red: [{ owner: 'unit', nextAction: '约谈' }],
  },
  clocks: ['red', 'green', 'green'].map((colour) => ({ colour })),
  promises: promising.map(({ plan, suggestionId }) => {
    const judged = plan.promiseKept ? 'kept' : 'broken';
    return { suggestionId, status: isPlanned(plan, 'judge-promises') ? judged : 'open' };
  }),
  evaluations: answered.map(({ plan, suggestionId }) => ({
    evaluation: {
      ...{ suggestionId, signedSuggestionId: suggestionId, round: 1, status: 'given' },
      result: isPlanned(plan, 'evaluate') ? GRADES[plan.suggestion.course.satisfaction] : '',
    },
  })),
};

const { counts, board, promises, evaluations } = asLived;
const [first] = categories;
const evaluation = evaluations[0]?.evaluation;
if (first === undefined || evaluation === undefined) throw new Error('nothing was lived');
const promised = promising[0]?.plan.suggestion.title ?? '';
const judged = answered[0]?.plan.suggestion.title ?? '';

describe('the tables at the end of a rehearsal', () => {
  it('add up when everything went as planned', () => {
    expect(promises.length).toBeGreaterThan(2);
    expect(tableDifferences(asLived, runs, cases)).toEqual([]);
  });

  it.each<[string, Partial<YearTables>, string]>([
    ['a case is not counted', { counts: { ...counts, total: counts.total - 1 } }, 'cases counted: '],
    [
      'a year lacks one',
      { counts: { ...counts, byYear: [{ key: '2026', count: counts.total - 1 }] } },
      'cases counted byYear: ',
    ],
    [
      'a case is counted in two units',
      { counts: { ...counts, byLeadUnit: [...counts.byLeadUnit, { key: 'caizheng', count: 1 }] } },
      'cases counted byLeadUnit: ',
    ],
    [
      'a class has one that is of another',
      { counts: { ...counts, byCategory: [{ ...first, count: first.count + 1 }, ...categories.slice(1)] } },
      `cases of ${first.key}: `,
    ],
    ['the wall shows too few', { board: { ...board, clocks: { red: 0, green: 2 } } }, 'red clocks: 0'],
    ['something red is nobody’s', { board: { ...board, redWithoutOwner: 1 } }, 'red clocks without an owner'],
    [
      'something red has nothing to follow',
      { board: { ...board, red: [{ owner: 'unit', nextAction: '' }] } },
      'without an owner or a next action',
    ],
    ['a promise is lost', { promises: promises.slice(1) }, `promises of “${promised}”: 0 instead of 1`],
    [
      'a promise is doubled',
      { promises: [...promises, ...promises.slice(0, 1)] },
      `promises of “${promised}”: 2`,
    ],
    [
      'a promise is judged otherwise',
      { promises: promises.map((each) => ({ ...each, status: 'lapsed' })) },
      `the promise of “${promised}”: lapsed`,
    ],
    ['an evaluation is lost', { evaluations: evaluations.slice(1) }, `evaluations of “${judged}”: 0`],
    [
      'an evaluation says something else',
      { evaluations: [{ evaluation: { ...evaluation, result: 'unheard-of' } }, ...evaluations.slice(1)] },
      `the evaluation of “${judged}”: unheard-of`,
    ],
  ])('are told when %s', (_how, change, said) => {
    expect(tableDifferences({ ...asLived, ...change }, runs, cases)).toContainEqual(
      expect.stringContaining(said),
    );
  });
});
