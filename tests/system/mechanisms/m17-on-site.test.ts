import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, handedOver } from './support/case-of.ts';
import { dualConfirmed, invited, PLAN, today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface Meeting {
  readonly status: string;
  readonly checkIns: readonly { readonly personId: string }[];
  readonly decisions: readonly { readonly what: string; readonly who: string; readonly dueOn: string }[];
}

interface CaseMeetings {
  readonly shares: readonly { readonly assignmentId: string; readonly onSite: string }[];
}

describe('M17 meeting 2 现场会', () => {
  it('is required for a key suggestion, with check-in and decisions of what, who and when; only the desk waives it', async (context) => {
    const { id, shares } = await handedOver(46, 'm17', ['jiaotong', 'caizheng']);
    const [share = ''] = shares;
    await (
      await cast.person('council')
    ).post(`/suggestions/${id}:mark-key`, {
      decisionNumber: '主任会议纪要〔2026〕2号',
      decidedOn: await today(),
    });
    const lead = await deputy(46);
    const sides = { suggestionId: id, assignmentId: share, unit: 'jiaotong', lead };
    const liaison = await cast.ofUnit('liaison', 'jiaotong');
    await liaison.post(`/assignments/${share}:acknowledge`);
    await dualConfirmed(sides);
    await (await cast.ofUnit('clerk', 'jiaotong')).post(`/assignments/${share}/plan`, PLAN);
    const meetings = async (): Promise<CaseMeetings> => lead.get<CaseMeetings>(`/suggestions/${id}/meetings`);
    expect((await meetings()).shares[0]?.onSite).toBe('required');
    const waiver = { assignmentId: share, reason: '现场情况已经查清' };
    expect(
      await refusal(cast.ofUnit('head', 'jiaotong'), `/suggestions/${id}/meetings:waive-on-site`, waiver),
    ).toMatch(/^403 /);

    const meeting = `/meetings/${await invited(sides, 'on-site')}`;
    await lead.post(`${meeting}:check-in`, {});
    const decision = { what: '先改造东侧站台', who: '区交通运输局', dueOn: '2026-03-15' };
    await (
      await cast.ofUnit('head', 'jiaotong')
    ).post(`${meeting}:record`, {
      heldOn: await today(),
      presentIds: [lead.personId, liaison.personId],
      findings: '到现场查看，情况与代表反映的一致。',
      decisions: [decision],
    });
    const held = await lead.get<Meeting>(meeting);
    expect(held.checkIns.map(({ personId }) => personId)).toContain(lead.personId);
    expect(held.decisions).toEqual([decision]);
    expect((await meetings()).shares[0]?.onSite).toBe('held');
    seen(context, `代表现场签到，决定“${decision.what}”有人有期限；单位无权免开`);
  });
});
