import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { caseOf, cast, deputy, deputyId, handedOver, submitted, textOf } from './support/case-of.ts';
import { today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

interface Suggestion {
  readonly status: string;
  readonly version: number;
  readonly textHash: string;
  readonly leadDeputyId: string;
  readonly cosigners: readonly { readonly deputyId: string; readonly answer: string }[];
}

/** With the lead the ten deputies that a motion takes (组织法22). */
const MOTION_SIGNERS = [12, 13, 14, 15, 16, 17, 18, 19, 20] as const;

describe('M5 submission 提交', () => {
  it('a co-signed suggestion is submitted only when everybody signed this very text', async (context) => {
    const lead = await deputy(21);
    const cosigner = await deputy(22);
    const { title, facts, demands } = textOf('m5 cosigned');
    const text = { title, facts, demands };
    const { id } = await lead.post('/suggestions', { text });
    const path = `/suggestions/${id}`;
    await lead.post(`${path}/cosigners`, { deputyIds: [deputyId(22)] });
    expect(await refusal(deputy(21), `${path}:submit`)).toMatch(/^409 /);

    const read = await cosigner.get<Suggestion>(path);
    await cosigner.post(`${path}/cosigners/me:confirm`, { textHash: read.textHash });
    const { version } = await lead.get<Suggestion>(path);
    await lead.patch(path, { ...text, facts: `${facts}补充一句。` }, version);
    const edited = await lead.get<Suggestion>(path);
    expect(edited.cosigners.map(({ answer }) => answer)).toEqual(['pending']);
    expect(await refusal(deputy(21), `${path}:submit`)).toMatch(/^409 /);
    expect(await refusal(deputy(22), `${path}/cosigners/me:confirm`, { textHash: read.textHash })).toMatch(
      /^409 /,
    );

    await cosigner.post(`${path}/cosigners/me:confirm`, { textHash: edited.textHash });
    await lead.post(`${path}:submit`);
    expect(await lead.get<Suggestion>(path)).toMatchObject({ status: 'submitted' });
    seen(context, '联名：改动正文使确认作废，重新确认后提交');
  });

  it('is withdrawn only by all who signed', async (context) => {
    const id = await submitted(23, 'm5 withdrawn');
    expect(await refusal(deputy(24), `/suggestions/${id}:withdraw`, { reason: '不是我的' })).toMatch(
      /^40[34] /,
    );
    await (await deputy(23)).post(`/suggestions/${id}:withdraw`, { reason: '情况已解决' });
    const { status } = await (await deputy(23)).get<Suggestion>(`/suggestions/${id}`);
    expect(status).toBe('withdrawn');
    seen(context, '撤回：只有签名的代表可以撤回');
  });

  it('of several stays until the last of them has signed its withdrawal', async (context) => {
    const lead = await deputy(21);
    const cosigner = await deputy(24);
    const { title, facts, demands } = textOf('m5 withdrawn by all');
    const { id } = await lead.post('/suggestions', { text: { title, facts, demands } });
    const path = `/suggestions/${id}`;
    await lead.post(`${path}/cosigners`, { deputyIds: [deputyId(24)] });
    const { textHash } = await cosigner.get<Suggestion>(path);
    await cosigner.post(`${path}/cosigners/me:confirm`, { textHash });
    await lead.post(`${path}:submit`);

    await lead.post(`${path}:withdraw`, { reason: '情况已解决' });
    expect(await lead.get<Suggestion>(path)).toMatchObject({
      ...{ status: 'submitted', withdrawal: 'signing', withdrawalSignedBy: [deputyId(21)] },
    });
    expect(await refusal(deputy(21), `${path}:withdraw`, { reason: '情况已解决' })).toBe(
      '409 withdrawal-already-signed',
    );
    await cosigner.post(`${path}:withdraw`, { reason: '情况已解决' });
    expect((await lead.get<Suggestion>(path)).status).toBe('withdrawn');
    seen(context, '联名建议：一人签署撤回仍照常办理，全体签署后撤回');
  });

  it('a motion goes the road of suggestions from the decision that makes it one', async (context) => {
    const lead = await deputy(22);
    const { title, facts, demands } = textOf('m5 motion');
    const { id } = await lead.post('/suggestions', { kind: 'motion', text: { title, facts, demands } });
    const path = `/suggestions/${id}`;
    expect(await refusal(deputy(22), `${path}:submit`)).toBe('409 motion-cosigners-missing');
    await lead.post(`${path}/cosigners`, { deputyIds: MOTION_SIGNERS.map(deputyId) });
    const { textHash } = await lead.get<Suggestion>(path);
    for (const number of MOTION_SIGNERS) {
      await (await deputy(number)).post(`${path}/cosigners/me:confirm`, { textHash });
    }
    await lead.post(`${path}:submit`);
    const desk = cast.person('desk');
    const register = { category: '城建环保' };
    expect(await refusal(desk, `${path}:register`, register)).toBe('409 motion-not-converted');
    const decision = { motionNumber: '议案第7号', decisionNumber: '主席团决定〔2026〕2号' };
    const decidedOn = await today();
    expect(await refusal(deputy(22), `${path}:convert`, { ...decision, decidedOn })).toMatch(/^403 /);
    await (await desk).post(`${path}:convert`, { ...decision, decidedOn });
    await (await desk).post(`${path}:register`, register);
    expect(await lead.get<Suggestion>(path)).toMatchObject({ status: 'registered', ...decision });
    seen(context, '议案：十名代表联名，大会决定转为建议后方可登记，议案号和决定号留存');
  });

  it('keeps a confidential author from everybody but the desk', async (context) => {
    const { id } = await handedOver(25, 'm5 confidential', ['jiaotong'], { authorConfidential: true });
    const desk = await cast.person('desk');
    expect((await desk.get<Suggestion>(`/suggestions/${id}`)).leadDeputyId).toBe(deputyId(25));
    for (const reader of [cast.person('government'), deputy(24), cast.ofUnit('clerk', 'jiaotong')]) {
      const file = await caseOf(await reader, id);
      expect([file.authorConfidential, file.leadDeputyId]).toEqual([true, '']);
      expect(file.hidden).toContain('author');
    }
    seen(context, '不公开作者：代表工委可见，政府办、其他代表、单位承办人不可见');
  });
});
