import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, textOf } from './support/case-of.ts';
import { seen } from './support/seen.ts';

interface Suggestion {
  readonly status: string;
  readonly preReviews: readonly {
    readonly advice: string;
    readonly substance: string;
    readonly comments: readonly { readonly passage: string; readonly comment: string }[];
  }[];
}

interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly status: string;
}

/** The clock of a pre-review, as soon as supervision has it in that state. */
async function clockOf(id: string, status: string): Promise<Clock> {
  const desk = await cast.person('desk');
  return waitFor(`the clock of the pre-review to be ${status}`, async () => {
    const clocks = await desk.all<Clock>(`/clocks?suggestionId=${id}&includeClosed=true`);
    return clocks.find((clock) => clock.kind.startsWith('pre_review') && clock.status === status);
  });
}

/** By whether a session is held. */
const TERMS: Readonly<Record<string, string>> = {
  pre_review_in_session: '1个工作日',
  pre_review: '3个工作日',
};

const ANSWER = {
  substance: 'good',
  reasoning: 'improve',
  feasibility: 'good',
  advice: '请补充去年的数据。',
};

describe('M3 pre-review desk 预审专区', () => {
  it('answers on three points, to the deputy alone, and never stands in the way', async (context) => {
    const { title, facts, demands } = textOf('m3');
    const lead = await deputy(38);
    const { id } = await lead.post('/suggestions', { text: { title, facts, demands } });
    await lead.post(`/suggestions/${id}:request-pre-review`);
    const reviewer = await cast.person('reviewer');
    const queue = await reviewer.all<{ readonly suggestionId: string }>('/pre-reviews');
    expect(queue.map(({ suggestionId }) => suggestionId)).toContain(id);
    const clock = await clockOf(id, 'open');
    const { lines } = await (
      await cast.person('desk')
    ).get<{ lines: readonly string[] }>(`/clocks/${clock.clockId}/explanation`);
    const term = TERMS[clock.kind] ?? '';
    expect(lines.join('，')).toContain(term);
    const passage = facts.slice(0, 6);
    const comments = [{ passage, comment: '这里缺数据' }];
    await reviewer.post(`/pre-reviews/${id}:answer`, { ...ANSWER, comments });
    const { preReviews } = await lead.get<Suggestion>(`/suggestions/${id}`);
    expect(preReviews).toMatchObject([{ advice: ANSWER.advice, substance: 'good', comments }]);
    await clockOf(id, 'met');
    expect(await refusal(deputy(39), `/suggestions/${id}:request-pre-review`)).toMatch(/^40[34] /);
    await lead.post(`/suggestions/${id}:submit`);
    expect((await lead.get<Suggestion>(`/suggestions/${id}`)).status).toBe('submitted');
    seen(context, `预审意见三项俱全并注到“${passage}”，时限${term}；代表照样提交`);
  });

  it('waits for nobody: a deputy submits while the review is still open', async (context) => {
    const { title, facts, demands } = textOf('m3 open');
    const lead = await deputy(39);
    const { id } = await lead.post('/suggestions', { text: { title, facts, demands } });
    await lead.post(`/suggestions/${id}:request-pre-review`);
    await lead.post(`/suggestions/${id}:submit`);
    expect((await lead.get<Suggestion>(`/suggestions/${id}`)).status).toBe('submitted');
    seen(context, '预审未答复时也能提交');
  });
});
