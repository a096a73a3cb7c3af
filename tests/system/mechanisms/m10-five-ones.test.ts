import { keyGrounds } from '@huiyin/scripts/road/raise';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, handedOver } from './support/case-of.ts';
import { dualConfirmed, PLAN, today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface Share {
  readonly plans: readonly { readonly planVersion: number; readonly reason: string }[];
}

describe('M10 五个一', () => {
  it('a key suggestion is not handled before item, leader, unit, plan and deadline are all there', async (context) => {
    const { id, shares } = await handedOver(42, 'm10', ['jiaotong', 'caizheng']);
    const [lead = ''] = shares;
    await (
      await cast.person('council')
    ).post(`/suggestions/${id}:mark-key`, {
      decisionNumber: '主任会议纪要〔2026〕1号',
      decidedOn: await today(),
      ...keyGrounds(cast),
    });
    const clerk = cast.ofUnit('clerk', 'jiaotong');
    const path = `/assignments/${lead}`;
    await (await cast.ofUnit('liaison', 'jiaotong')).post(`${path}:acknowledge`);
    await dualConfirmed({ suggestionId: id, assignmentId: lead, unit: 'jiaotong', lead: await deputy(42) });

    const lacking: readonly [object, string][] = [
      [{ leaderName: '' }, '409 five-ones-incomplete'],
      [{ leaderPost: '' }, '409 five-ones-incomplete'],
      [{ leaderRank: 'unit-deputy-head' }, '409 five-ones-incomplete'],
      [{ solution: '' }, '400 too-short'],
      [{ deadline: '' }, '400 invalid-value'],
    ];
    for (const [lack, code] of lacking) {
      expect([lack, await refusal(clerk, `${path}/plan`, { ...PLAN, ...lack })]).toEqual([lack, code]);
    }
    // The unit is the one whose share it is, and nobody else.
    expect(await refusal(cast.ofUnit('clerk', 'caizheng'), `${path}/plan`, PLAN)).toMatch(/^40[34] /);
    await (await clerk).post(`${path}/plan`, PLAN);
    await (
      await clerk
    ).post(`${path}/plan:amend`, {
      plan: { ...PLAN, deadline: '2026-05-01' },
      reason: '汛期不能施工',
    });
    const { plans } = await (await clerk).get<Share>(path);
    expect(plans.map(({ planVersion }) => planVersion)).toEqual([2, 1]);
    seen(context, `五个一缺哪一项都不收（试了 ${lacking.length} 种缺法）；期限变更留下第 2 版和理由`);
  });
});
