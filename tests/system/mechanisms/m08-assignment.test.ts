import { seedPastCases } from '@huiyin/scripts/seed-past-cases';
import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, inject, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, handedOver, registered, told } from './support/case-of.ts';
import { seen } from './support/seen.ts';

const GENERAL = { points: 1, reason: '涉及一个部门' };

interface Handling {
  readonly assignments: readonly {
    readonly unitId: string;
    readonly role: string;
    readonly replyDueOn: string;
  }[];
}

interface Proposals {
  readonly cases: number;
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly role: string;
    readonly reasons: readonly string[];
    readonly evidence: readonly { readonly title: string; readonly year: number }[];
  }[];
}

describe('M8 assignment 交办', () => {
  it('takes exactly one lead, or parallel units only, and no unit twice', async (context) => {
    const id = await registered(40, 'm8 roles');
    const desk = cast.person('desk');
    const scores = { scope: GENERAL, difficulty: GENERAL, urgency: GENERAL };
    await (await desk).post(`/suggestions/${id}:classify`, { ...scores, expectedUnits: 2 });
    const share = (code: string, role: string): object => ({ unitId: cast.unitId(code), role });
    const refused: readonly (readonly object[])[] = [
      [share('jiaotong', 'lead'), share('zhujian', 'lead')],
      [share('jiaotong', 'co')],
      [share('jiaotong', 'lead'), share('zhujian', 'parallel')],
      [share('jiaotong', 'lead'), share('jiaotong', 'co')],
    ];
    for (const shares of refused) {
      expect(await refusal(desk, `/suggestions/${id}:assign`, { shares })).toMatch(/^4(00|09|22) /);
    }
    expect(
      await refusal(deputy(40), `/suggestions/${id}:assign`, { shares: [share('jiaotong', 'lead')] }),
    ).toMatch(/^403 /);
    await (
      await desk
    ).post(`/suggestions/${id}:assign`, {
      shares: [share('jiaotong', 'parallel'), share('zhujian', 'parallel')],
    });
    const { assignments } = await (await desk).get<Handling>(`/suggestions/${id}/handling`);
    expect(assignments.map(({ role }) => role)).toEqual(['parallel', 'parallel']);
    seen(context, `拒绝 ${refused.length} 种错误的主协办组合；分别办理两家`);
  });

  it('proposes units with reasons and past cases, and a person decides otherwise', async (context) => {
    await seedPastCases(inject('gatewayUrl'), cast.tenant);
    const id = await registered(42, 'm8 proposed');
    const desk = await cast.person('desk');
    const scores = { scope: GENERAL, difficulty: GENERAL, urgency: GENERAL };
    await desk.post(`/suggestions/${id}:classify`, { ...scores, expectedUnits: 1 });
    // Archive keeps the titles it has read for half a minute; until then it may know other tests' few cases only.
    const { units, cases } = await waitFor(
      'proposals that have learnt from past cases',
      async () => {
        const answer = await desk.get<Proposals>(`/suggestions/${id}:propose-units`);
        return answer.cases > 100 && answer;
      },
      45_000,
    );
    const [first] = units.filter(({ role }) => role === 'lead');
    if (first === undefined) throw new Error('no unit was proposed to lead');
    expect(first.reasons.length).toBeGreaterThan(0);
    expect(first.evidence[0]).toMatchObject({ title: expect.stringMatching(/./), year: expect.any(Number) });
    expect(await refusal(deputy(42), `/suggestions/${id}:propose-units`)).toMatch(/^40[345] /);

    const other = cast.unitId(first.unitId === cast.unitId('jiaotong') ? 'zhujian' : 'jiaotong');
    await desk.post(`/suggestions/${id}:assign`, { shares: [{ unitId: other, role: 'lead' }] });
    const { assignments } = await desk.get<Handling>(`/suggestions/${id}/handling`);
    expect(assignments).toMatchObject([{ unitId: other, role: 'lead' }]);
    seen(context, `推荐主办 ${first.name}，依据 ${cases} 件先例；代表工委另选单位交办`);
  });

  it('starts the clock of the law on the day of 交办 and tells the deputy where it went', async (context) => {
    const { id } = await handedOver(41, 'm8 clock', ['jiaotong', 'caizheng']);
    const { assignments } = await (await cast.person('desk')).get<Handling>(`/suggestions/${id}/handling`);
    const lead = assignments.find(({ role }) => role === 'lead');
    expect(lead?.replyDueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await told(deputy(41), id, 'assignment-made');
    seen(context, `答复期限 ${lead?.replyDueOn}，代表收到去向通知`);
  });
});
