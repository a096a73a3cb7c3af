import { describe, expect, it } from 'vitest';
import { adopt, judgementFault, NO_JUDGEMENT, proposalOf, unexplained, type Judgement } from './judgement.ts';

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

describe('a proposed score', () => {
  const proposed = { ...judged([2, 1, 3]), expectedUnits: 3 } as unknown as Parameters<typeof adopt>[1];

  it('is taken with its reason and the units it counted', () => {
    const taken = adopt(NO_JUDGEMENT, proposed);
    expect(taken).toMatchObject({ scope: { points: 2, reason: '理由' }, expectedUnits: 3 });
    expect(unexplained(taken, proposed)).toBe('');
  });

  it('may be changed, with a reason of the person', () => {
    const changed = { ...adopt(NO_JUDGEMENT, proposed), urgency: { points: 1, reason: '理由' } };
    expect(unexplained(changed, proposed)).toContain('请写明自己的理由');
    expect(unexplained({ ...changed, urgency: { points: 1, reason: '不急' } }, proposed)).toBe('');
    expect(unexplained(changed, undefined)).toBe('');
  });
});
