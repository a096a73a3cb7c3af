import { describe, expect, it } from 'vitest';
import type { Schemas } from '../api/client.ts';
import { aheadOf, redCases } from './red-case.ts';

const clock = (suggestionId: string, dueDate: string, colourSince = '2026-03-01T00:00:00.000Z') =>
  ({ clockId: `${suggestionId} ${dueDate}`, suggestionId, dueDate, colourSince }) as Schemas['Clock'];

describe('red cases', () => {
  it('stand once each, by the time limit that is overdue longest', () => {
    const found = redCases([clock('a', '2026-03-20'), clock('b', '2026-03-10'), clock('a', '2026-03-05')]);
    expect(found.map(({ caseId, worst, clocks }) => [caseId, worst.dueDate, clocks.length])).toEqual([
      ['a', '2026-03-05', 2],
      ['b', '2026-03-10', 1],
    ]);
  });

  it('without a last day come by how long they have been red', () => {
    const found = redCases([clock('late', '2026-03-10'), clock('untimed', '', '2026-03-02T01:00:00.000Z')]);
    expect(found.map(({ caseId }) => caseId)).toEqual(['untimed', 'late']);
  });
});

describe('what turns red', () => {
  // 2026-03-18 is a Wednesday.
  const turning = [
    { day: '2026-03-19', cases: 1 },
    { day: '2026-03-22', cases: 2 },
    { day: '2026-03-23', cases: 4 },
    { day: '2026-03-30', cases: 6 },
    { day: '2026-04-07', cases: 6 },
  ];

  it('is counted to this Sunday, to the next, and on the fullest day after that', () => {
    const peak = { day: '2026-03-30', cases: 6 };
    expect(aheadOf(turning, '2026-03-18')).toEqual({ thisWeek: 3, nextWeek: 4, peak });
  });

  it('on a Sunday, this week is over', () => {
    const peak = { day: '2026-03-30', cases: 6 };
    expect(aheadOf(turning.slice(2, 4), '2026-03-22')).toEqual({ thisWeek: 0, nextWeek: 4, peak });
  });

  it('is nothing when nothing waits', () => {
    expect(aheadOf([], '2026-03-18')).toEqual({ thisWeek: 0, nextWeek: 0, peak: undefined });
  });
});
