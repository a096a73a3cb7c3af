import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, handedOver } from './support/case-of.ts';
import { CONSULTATION, invited, PLAN, today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface Meeting {
  readonly status: string;
  readonly recordVersion: number;
  readonly deputyConfirmedBy: string;
}

describe('M16 meeting 1 双确认', () => {
  it('both sides confirm the same record; a correction voids what one side confirmed; it opens the plan', async (context) => {
    const { id, shares } = await handedOver(44, 'm16', ['jiaotong', 'caizheng']);
    const [share = ''] = shares;
    const lead = await deputy(44);
    const liaison = await cast.ofUnit('liaison', 'jiaotong');
    await liaison.post(`/assignments/${share}:acknowledge`);
    const clerk = cast.ofUnit('clerk', 'jiaotong');

    const sides = { suggestionId: id, assignmentId: share, unit: 'jiaotong', lead };
    const meeting = `/meetings/${await invited(sides, 'dual-confirmation')}`;
    const record = {
      heldOn: await today(),
      presentIds: [lead.personId, liaison.personId],
      consultation: CONSULTATION,
    };
    await liaison.post(`${meeting}:record`, record);
    await lead.post(`${meeting}:confirm`, { recordVersion: 1 });
    await liaison.post(`${meeting}:record`, {
      ...record,
      consultation: { ...CONSULTATION, approach: '改为两步实施。' },
    });
    expect(await lead.get<Meeting>(meeting)).toMatchObject({ recordVersion: 2, deputyConfirmedBy: '' });
    expect(await refusal(deputy(44), `${meeting}:confirm`, { recordVersion: 1 })).toBe('412 record-changed');
    await liaison.post(`${meeting}:confirm`, { recordVersion: 2 });
    expect(await refusal(clerk, `/assignments/${share}/plan`, PLAN)).toMatch(/^409 /);
    await lead.post(`${meeting}:confirm`, { recordVersion: 2 });
    await (await clerk).post(`/assignments/${share}/plan`, PLAN);
    seen(context, '记录更正后双方重新确认第 2 版，方案随即可报');
  });
});
