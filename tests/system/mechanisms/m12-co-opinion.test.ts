import { personId } from '@huiyin/demo-city/people';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, handedOver } from './support/case-of.ts';
import { seen } from './support/seen.ts';

interface Share {
  readonly coOpinions: readonly {
    readonly opinionId: string;
    readonly status: string;
    readonly signedBy: string;
  }[];
  readonly coOpinionDraft: { readonly opinion: string; readonly draftedBy: string } | null;
}

describe('M12 co-handler’s opinion 协办意见', () => {
  it('comes from the co-handler to the lead, who may send a weak one back once', async (context) => {
    const { shares } = await handedOver(43, 'm12', ['jiaotong', 'caizheng']);
    const [lead = '', co = ''] = shares;
    for (const [share, unit] of [
      [lead, 'jiaotong'],
      [co, 'caizheng'],
    ] as const) {
      await (await cast.ofUnit('liaison', unit)).post(`/assignments/${share}:acknowledge`);
    }
    const liaison = await cast.ofUnit('liaison', 'jiaotong');
    const finance = await cast.ofUnit('head', 'caizheng');
    const path = `/assignments/${co}/co-opinions`;
    const opinion = '经研究，同意从今年专项资金中安排经费，并配合主办单位做好勘察和施工。';
    const said = {
      ...{ opinion, facts: '今年专项资金尚余三百万元。', resultClass: 'B' },
      commitments: [{ text: '下达专项资金', dueOn: '2026-12-31' }],
    };
    expect(await refusal(cast.ofUnit('liaison', 'gongan'), path, said)).toMatch(/^40[34] /);
    const clerk = cast.ofUnit('liaison', 'caizheng');
    expect(await refusal(clerk, path, said)).toMatch(/^403 /);
    const head = cast.ofUnit('head', 'caizheng');
    expect(await refusal(head, path, { opinion })).toMatch(/^400 /);
    expect(await refusal(head, path, { ...said, commitments: [] })).toMatch(
      / co-opinion-commitment-missing$/,
    );
    await (await clerk).post(`${path}:draft`, said);
    const own = await finance.get<Share>(`/assignments/${co}`);
    expect(own.coOpinionDraft).toMatchObject({
      ...said,
      draftedBy: personId(cast.tenant, 'liaison-caizheng'),
    });
    expect((await liaison.get<Share>(`/assignments/${co}`)).coOpinionDraft).toBeNull();
    const first = await finance.post(path, said);
    await liaison.post(`/co-opinions/${first.id}:send-back`, { reason: '请写明金额和时间' });
    const second = await finance.post(path, { ...said, opinion: `${opinion}金额 30 万元。` });
    expect(
      await refusal(cast.ofUnit('liaison', 'jiaotong'), `/co-opinions/${second.id}:send-back`, {
        reason: '再写',
      }),
    ).toMatch(/^409 /);
    await liaison.post(`/co-opinions/${second.id}:accept`);
    const { coOpinions } = await liaison.get<Share>(`/assignments/${lead}`);
    expect(coOpinions).toMatchObject([
      {
        ...{ status: 'accepted', signedBy: personId(cast.tenant, 'head-caizheng') },
        ...{ facts: said.facts, commitments: said.commitments, resultClass: 'B' },
      },
    ]);
    seen(context, '联络员只能起草，由单位负责人签发；协办意见退回一次、不得再退，采纳后供答复写明');
  });
});
