import { personId } from '@huiyin/demo-city/people';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, registered } from './support/case-of.ts';
import { seen } from './support/seen.ts';

const HARD = { points: 3, reason: '涉及三个以上部门和资金' };

interface Handling {
  readonly handlingType: string;
  readonly taskForce: { readonly convenerId: string; readonly unitIds: readonly string[] } | null;
}

describe('M11 task force 专班', () => {
  it('a complex suggestion gets a convener of the standing committee and all handlers as members', async (context) => {
    const id = await registered(45, 'm11');
    const desk = await cast.person('desk');
    const units = ['jiaotong', 'caizheng', 'zhujian'];
    await desk.post(`/suggestions/${id}:classify`, {
      scope: HARD,
      difficulty: HARD,
      urgency: HARD,
      expectedUnits: units.length,
    });
    await desk.post(`/suggestions/${id}:assign`, {
      shares: units.map((code, index) => ({ unitId: cast.unitId(code), role: index === 0 ? 'lead' : 'co' })),
    });
    const work = (codes: readonly string[]): object => ({
      suggestionId: id,
      convenerId: personId(cast.tenant, 'council'),
      workPackages: codes.map((code) => ({
        unitId: cast.unitId(code),
        task: '提出措施',
        dueOn: '2026-03-01',
      })),
    });
    expect(await refusal(deputy(45), '/task-forces', work(units))).toMatch(/^403 /);
    expect(await refusal(cast.person('desk'), '/task-forces', work([...units, 'gongan']))).toBe(
      '400 task-force-foreign-unit',
    );
    await desk.post('/task-forces', work(units));
    const handling = await desk.get<Handling>(`/suggestions/${id}/handling`);
    expect(handling.handlingType).toBe('complex');
    expect(handling.taskForce?.convenerId).toBe(personId(cast.tenant, 'council'));
    expect(handling.taskForce?.unitIds.toSorted()).toEqual(units.map((code) => cast.unitId(code)).toSorted());
    seen(context, `复杂件成立专班，${units.length} 家承办单位都是成员，工作不能派给别的单位`);
  });
});
