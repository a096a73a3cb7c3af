import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';

import { foldCase } from './fold.ts';
import { stageOf } from './stage.ts';

const fact = factTeller();

const ROAD = [
  fact('intake', 'suggestion-drafted', '2026-01-05', { leadDeputyId: 'lin' }),
  fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin', title: '加装电梯' }),
];
const REGISTERED = fact('intake', 'suggestion-registered', '2026-01-07', { number: '990103-19-5-0001' });

describe('a motion that the presidium makes a suggestion (S94)', () => {
  const motion = [
    fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin', kind: 'motion' }),
  ];
  const converted = fact('intake', 'suggestion-converted', '2026-01-07', { decidedOn: '2026-01-06' });

  it('is at that stage from the decision to its registration', () => {
    expect(stageOf(foldCase('c1', motion))).toBe('submitted');
    expect(stageOf(foldCase('c1', [...motion, converted]))).toBe('converted');
    expect(stageOf(foldCase('c1', [...motion, converted, REGISTERED]))).toBe('registered');
  });
});

describe('a suggestion whose handling is proposed (S5)', () => {
  it('is at that stage from its classification to 交办', () => {
    const classified = fact('assignment', 'suggestion-classified', '2026-01-07', { handlingType: 'general' });
    const made = fact('assignment', 'assignment-made', '2026-01-08', { assignmentId: 'a1', role: 'lead' });
    expect(stageOf(foldCase('c1', [...ROAD, REGISTERED]))).toBe('registered');
    expect(stageOf(foldCase('c1', [...ROAD, REGISTERED, classified]))).toBe('reviewed');
    expect(stageOf(foldCase('c1', [...ROAD, REGISTERED, classified, made]))).toBe('assigned');
  });
});
