import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { caseOf, cast, deputy, deputyId, handedOver, submitted, textOf } from './support/case-of.ts';
import { seen } from './support/seen.ts';

interface Suggestion {
  readonly status: string;
  readonly version: number;
  readonly textHash: string;
  readonly leadDeputyId: string;
  readonly cosigners: readonly { readonly deputyId: string; readonly answer: string }[];
}

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
