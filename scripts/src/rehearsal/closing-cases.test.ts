import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import { Cast } from '../road/cast.ts';
import { newRun, type CaseRun } from './case-run.ts';
import { caseDifferences, type ClosedCase } from './closing-cases.ts';
import { yearPlan } from './year-plan.ts';

const size = { seed: 'closing', suggestions: 20, until: localDate('2026-12-31'), everyWorkdays: 6 };
const cast = new Cast('http://127.0.0.1:1', 'donghu');
const runs: readonly CaseRun[] = yearPlan(size, workCalendar(chinaOfficialDays()))
  .filter(({ acts }) => acts.some(({ act }) => act === 'seal'))
  .map((plan, index) => ({ ...newRun(plan, cast), suggestionId: `case-${index}` }));

/** What the desk lists when everything went as planned. */
const asPlanned: readonly ClosedCase[] = runs.map(({ plan, suggestionId }, index) => ({
  ...{ caseId: suggestionId, number: `DH-19-5-${String(index + 1).padStart(4, '0')}` },
  ...{ title: plan.suggestion.title, category: plan.suggestion.category },
  ...{ stage: 'archived', colour: 'none' },
}));
const title = runs[0]?.plan.suggestion.title ?? '';

/** The list with the first case told otherwise. */
const but = (change: Partial<ClosedCase>): readonly ClosedCase[] =>
  asPlanned.map((each, index) => (index === 0 ? { ...each, ...change } : each));

describe('the cases at the end of a rehearsal', () => {
  it('are what was lived', () => {
    expect(runs.length).toBeGreaterThan(2);
    expect(caseDifferences(runs, asPlanned)).toEqual([]);
    const next = { party: {}, act: 'seal' };
    expect(caseDifferences(runs, but({ stage: 'closed', next }))).toEqual([]);
  });

  it.each([
    ['one is lost', asPlanned.slice(1), `“${title}” is no case`],
    ['one is doubled', [...asPlanned, ...asPlanned.slice(0, 1)], 'a case is listed twice'],
    [
      'one came from nowhere',
      [...asPlanned, { ...asPlanned[0], caseId: 'other' } as ClosedCase],
      'nobody raised',
    ],
    ['a number is given twice', but({ number: 'DH-19-5-0002' }), 'the numbers of DH-19-5 are'],
    ['a number is left out', but({ number: 'DH-19-5-0099' }), 'the numbers of DH-19-5 are'],
    ['one has no number', but({ number: '' }), `“${title}” has the number “”`],
    ['one went another way', but({ stage: 'withdrawn' }), `“${title}” is withdrawn`],
    [
      'a deputy never got the reply',
      but({ stage: 'in-progress', next: { party: {}, act: 'deliver-reply' } }),
      `“${title}” was evaluated and is in-progress`,
    ],
    ['one is left to nobody', but({ stage: 'closed' }), `“${title}” (closed) has nobody to go on with it`],
  ])('are told when %s', (_how, cases, said) => {
    expect(caseDifferences(runs, cases)).toContainEqual(expect.stringContaining(said));
  });
});
