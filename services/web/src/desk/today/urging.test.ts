import { expect, it } from 'vitest';
import type { Schemas } from '../../api/client.ts';
import type { CaseSummary } from './queue.ts';
import { urgedOn, urgePlan } from './urging.ts';

const item = (caseId: string): CaseSummary => ({ caseId }) as CaseSummary;
const clock = (suggestionId: string, colour: string, owner = 'unit'): Schemas['Clock'] =>
  ({ clockId: `${suggestionId} ${colour}`, suggestionId, colour, owner, status: 'open' }) as Schemas['Clock'];

it('urges for the worst clock of each case, and says which cases are skipped and why', () => {
  const clocks = [clock('a', 'yellow'), clock('a', 'red'), clock('b', 'red', 'desk'), clock('c', 'red')];
  const plan = urgePlan(['a', 'b', 'c'].map(item), clocks, new Set(['c']));
  expect(plan.clocks.map(({ clockId }) => clockId)).toEqual(['a red']);
  expect(plan.skipped.map(({ item: { caseId }, why }) => [caseId, why])).toEqual([
    ['b', '不在承办单位手里'],
    ['c', '今天已催过'],
  ]);
});

it('counts an urging to its day in Shanghai, which begins at 16:00 UTC', () => {
  const urges = [
    { suggestionId: 'late yesterday', urgedAt: '2026-03-09T15:59:59Z' },
    { suggestionId: 'this morning', urgedAt: '2026-03-09T23:30:00Z' },
  ] as Schemas['Urge'][];
  expect([...urgedOn(urges, '2026-03-10')]).toEqual(['this morning']);
});
