import { expect, it } from 'vitest';
import { fiveOnesOf, planInForce } from './five-ones.ts';

it('leaves empty what a key item still lacks', () => {
  const known = { title: '加装电梯', unit: '区住建局', today: '2026-03-17' };
  const missing = (plan: Parameters<typeof fiveOnesOf>[0]['plan']): readonly string[] =>
    fiveOnesOf({ ...known, plan })
      .filter(({ value }) => value === '')
      .map(({ name }) => name);
  expect(missing(undefined)).toEqual(['一位领导', '一套方案', '一个期限']);
  const plan = { leaderName: '', leaderPost: '副区长', solution: '分三批', deadline: '2026-06-30' };
  expect(missing(plan)).toEqual(['一位领导']);
  expect(missing({ ...plan, leaderName: '罗思齐' })).toEqual([]);
});

it('the plan in force is the newest version, whichever comes first', () => {
  const versions = [{ planVersion: 1 }, { planVersion: 3 }, { planVersion: 2 }];
  expect(planInForce(versions)).toEqual({ planVersion: 3 });
  expect(planInForce([])).toBeUndefined();
});
