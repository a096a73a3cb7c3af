import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, it } from 'vitest';
import { deputy, registered, textOf } from './support/case-of.ts';
import { seen } from './support/seen.ts';

interface Advice {
  readonly code: string;
  readonly message: string;
  readonly act: string;
  readonly passage: {
    readonly field: string;
    readonly item: number;
    readonly start: number;
    readonly end: number;
  } | null;
}

interface SimilarCase {
  readonly title: string;
  readonly words: readonly string[];
}

const advise = async (text: object): Promise<readonly Advice[]> =>
  (await (await deputy(47)).send<{ advice: readonly Advice[] }>('POST', '/suggestions:advise', text)).advice;

describe('M4 writing help 写作辅导', () => {
  it('has nothing to say about a good text, and never stands in the way of a poor one', async (context) => {
    const { title, facts, demands } = textOf('m4 good');
    expect(await advise({ title, facts, demands })).toEqual([]);

    const poor = { title: '关于加强管理的建议', facts: '请加强管理。', demands: ['进一步加强管理。'] };
    const advice = await advise(poor);
    expect(advice.length).toBeGreaterThan(0);
    for (const { message, act } of advice) expect([message, act]).not.toContain('');
    const lead = await deputy(47);
    const { id } = await lead.post('/suggestions', { text: poor });
    await lead.post(`/suggestions/${id}:submit`);
    expect(await lead.get(`/suggestions/${id}`)).toMatchObject({ status: 'submitted' });
    seen(context, `好的正文没有提示；空泛的正文得到 ${advice.length} 条提示，照样可以提交`);
  });

  it('points at the passage it means', async (context) => {
    const { title, facts } = textOf('m4 passage');
    const forbidden = '我的房屋拆迁补偿一直没有到位，请尽快给我本人解决。';
    const advice = await advise({ title, facts: `${facts}${forbidden}`, demands: [forbidden] });
    const pointed = advice.flatMap(({ passage }) => (passage === null ? [] : [passage]));
    expect(pointed.length).toBeGreaterThan(0);
    for (const { start, end } of pointed) expect(end).toBeGreaterThan(start);
    seen(context, `${pointed.length} 条提示指到具体文字`);
  });

  it('finds an earlier suggestion about the same and shows the words they share', async (context) => {
    const { title, facts, demands } = textOf('m4 similar');
    await registered(48, 'm4 similar');
    const reader = await deputy(48);
    const text = { title: `${title.replace(/的建议$/, '')}问题的建议`, facts, demands };
    const same = await waitFor('the earlier suggestion to be found', async () => {
      const found = await reader.send<{ cases: readonly SimilarCase[] }>(
        'POST',
        '/suggestions:similar',
        text,
      );
      return found.cases.find((each) => each.title === title);
    });
    expect(same.words.length).toBeGreaterThan(0);
    seen(context, `相似建议列出相同的词：${same.words.slice(0, 3).join('、')}`);
  });
});
