import { describe, expect, it } from 'vitest';
import { judgementFault, NO_JUDGEMENT, proposalOf, type Judgement } from './judgement.ts';

const RULE = { sum_at_least: 5, and_any: ['units_at_least_3', 'difficulty_3'] };

function judged(points: readonly [number, number, number], more: Partial<Judgement> = {}): Judgement {
  const [scope, difficulty, urgency] = points.map((each) => ({ points: each, reason: '理由' }));
  if (scope === undefined || difficulty === undefined || urgency === undefined)
    throw new Error('three scores');
  return { ...NO_JUDGEMENT, scope, difficulty, urgency, ...more };
}

describe('the proposal', () => {
  it.each([
    [[1, 1, 2], 5, 'general'],
    [[2, 2, 3], 2, 'general'],
    [[2, 1, 2], 3, 'complex'],
    [[1, 3, 1], 1, 'complex'],
  ] as const)('%j with %i units is %s', (points, expectedUnits, type) => {
    expect(proposalOf(judged(points, { expectedUnits }), RULE)?.type).toBe(type);
  });
});

describe('what a judgement lacks', () => {
  it('asks for every score, every reason and the reason of an override', () => {
    expect(judgementFault(NO_JUDGEMENT, RULE, false)).toContain('打分');
    expect(judgementFault(judged([1, 1, 1], { scope: { points: 1, reason: ' ' } }), RULE, false)).toContain(
      '理由',
    );
    expect(judgementFault(judged([1, 1, 1], { handlingType: 'complex' }), RULE, false)).toContain('不同');
    expect(judgementFault(judged([1, 1, 1]), RULE, true)).toContain('重新分类');
    expect(judgementFault(judged([1, 1, 1]), RULE, false)).toBe('');
  });
});
