import { describe, expect, it } from 'vitest';
import { proposeUnits, type RankedUnit } from './propose-units.ts';

const unit = (unitId: string, change: Partial<RankedUnit> = {}): RankedUnit => ({
  ...{ unitId, name: unitId, score: 0.5, evidence: [], dutyWords: [], led: 0 },
  ...change,
});
const BUS = {
  caseId: 'c-1',
  number: '第12号',
  title: '关于公交的建议',
  year: 2024,
  similarity: 0.6,
  words: ['公交'],
};
const propose = (change: Partial<Parameters<typeof proposeUnits>[0]>) =>
  proposeUnits({ leads: [], helpers: [], loads: new Map(), wishedUnitIds: [], ...change });

describe('proposed units', () => {
  it('say what speaks for a unit and name the cases', () => {
    const leads = [unit('traffic', { evidence: [BUS], dutyWords: ['公交'] })];
    const [first] = propose({ leads, wishedUnitIds: ['traffic'] });
    expect(first).toMatchObject({
      role: 'lead',
      wished: true,
      reasons: ['主办过1件相似建议：2024年第12号', '属于其职责：公交', '代表希望由该单位承办'],
      doubts: [],
    });
  });

  it('say what speaks against it', () => {
    const loads = new Map([['traffic', { inHand: 21, given: 40, handedBack: 3 }]]);
    const [first] = propose({ leads: [unit('traffic')], loads });
    expect(first?.doubts).toEqual(['交办40件中曾退办3件', '手上已有21件在办', '没有相似的先例']);
  });

  it('name helpers after leads, and nobody as the helper of itself', () => {
    const named = propose({ leads: [unit('a'), unit('b')], helpers: [unit('a'), unit('c')] });
    expect(named.map(({ unitId, role }) => [unitId, role])).toEqual([
      ['a', 'lead'],
      ['b', 'lead'],
      ['c', 'co'],
    ]);
  });

  it('are none where nothing is known', () => {
    expect(propose({})).toEqual([]);
  });
});
