import { describe, expect, it } from 'vitest';

import { CASE, day, met, on, RULES, ToldCase } from '../../test/given.ts';
import type { CaseFact } from './fact.ts';

const SUBJECT = `share-1:${CASE}`;

/** The lead deputy has the reply since Monday 2026-06-01: fifteen workdays, to 2026-06-23 (06-19 is off). */
function asked(round = 1, from = '2026-06-01'): CaseFact {
  return {
    type: 'clock-start',
    key: { kind: 'feedback', subject: SUBJECT, round },
    timing: { type: 'term', startDate: day(from), term: { n: 15, unit: 'workday' } },
    owner: { kind: 'deputy', unitId: '', personId: 'wang' },
    rulePackVersion: RULES,
  };
}

const answered = (onDay: string): CaseFact => met('feedback', onDay, { subject: SUBJECT });

describe('a deputy who has not said what a reply is worth', () => {
  it('is reminded on the fifth and the tenth workday after delivery, and not again', () => {
    const told = new ToldCase().tell('assignment', on('2026-06-01'), asked()).until('2026-06-07');
    expect(told.said('feedback-reminded')).toEqual([]);
    told.until('2026-06-08');
    expect(told.said('feedback-reminded')).toMatchObject([
      { personId: 'wang', ordinal: 1, round: 1, dueDate: told.watch('feedback').due?.date },
    ]);
    told.until('2026-08-31');
    expect(told.said('feedback-reminded').map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    const types = told.events.map(({ type }) => type);
    expect(types.lastIndexOf('feedback-reminded')).toBeLessThan(types.indexOf('clock-missed'));
  });

  it('is left alone once it was said', () => {
    const told = new ToldCase().tell('assignment', on('2026-06-01'), asked()).until('2026-06-09');
    told.tell('evaluation', on('2026-06-10'), answered('2026-06-10')).until('2026-08-31');
    expect(told.said('feedback-reminded')).toHaveLength(1);
  });

  it('is reminded again of the next round’s reply', () => {
    const told = new ToldCase().tell('assignment', on('2026-06-01'), asked());
    told.tell('evaluation', on('2026-06-02'), answered('2026-06-02'));
    told.tell('assignment', on('2026-07-01'), asked(2, '2026-07-01')).until('2026-07-31');
    expect(told.said('feedback-reminded')).toMatchObject([
      { round: 2, ordinal: 1 },
      { round: 2, ordinal: 2 },
    ]);
  });

  it('is reminded once when nobody looked for days', () => {
    const told = new ToldCase().tell('assignment', on('2026-06-01'), asked()).review(on('2026-06-17'));
    expect(told.said('feedback-reminded')).toMatchObject([{ ordinal: 2 }]);
    told.until('2026-06-18');
    expect(told.said('feedback-reminded')).toHaveLength(1);
  });
});
