import { describe, expect, it } from 'vitest';
import {
  clocksOf,
  CROSSING,
  drafted,
  expectRefusal,
  factsOf,
  given,
  invited,
  LI,
  RULES,
  submittedWith,
  TUESDAY,
} from '../../test/given.ts';
import { editDraft } from './drafting.ts';
import { evolveAll } from './evolve.ts';
import { answerPreReview, requestPreReview } from './pre-review.ts';
import type { PreReviewAdvice } from './suggestion.ts';

const AT = new Date('2026-01-05T10:00:00+08:00');
const ask = { at: AT, inSession: true, rules: RULES };
const ADVICE: PreReviewAdvice = {
  reviewerId: 'reviewer',
  answeredOn: TUESDAY,
  substance: 'good',
  reasoning: 'good',
  feasibility: 'improve',
  advice: '建议写明资金来源',
  comments: [{ passage: '增设一处', comment: '请注明位置' }],
};

describe('pre-review', () => {
  it('is asked for a complete draft and timed by whether the congress sits', () => {
    expect(clocksOf(requestPreReview(given(drafted), ask))).toEqual([
      'start pre_review_in_session 2026-01-05',
    ]);
    const later = requestPreReview(given(drafted), { ...ask, inSession: false });
    expect(clocksOf(later)).toEqual(['start pre_review 2026-01-05']);
  });

  it('gives the draft back with its advice and its co-signers', () => {
    const state = given(drafted, invited(LI));
    const asked = evolveAll(state, factsOf(requestPreReview(state, ask)));
    const answer = answerPreReview(asked, { advice: ADVICE });
    expect(clocksOf(answer)).toEqual(['meet pre_review_in_session 2026-01-06']);
    expect(evolveAll(asked, factsOf(answer))).toMatchObject({ status: 'cosigning', preReviews: [ADVICE] });
  });

  it('does not keep the deputy from editing', () => {
    const asked = evolveAll(given(drafted), factsOf(requestPreReview(given(drafted), ask)));
    const edited = evolveAll(
      asked,
      factsOf(editDraft(asked, { text: { ...CROSSING, title: '关于过街设施的建议' } })),
    );
    expect(edited.status).toBe('pre-review');
  });

  it('is refused for an incomplete draft, a submitted suggestion, an answer nobody asked for, blame without words', () => {
    const empty = given({ ...drafted, text: { ...CROSSING, facts: '' } } as typeof drafted);
    expectRefusal(requestPreReview(empty, ask), 'text-incomplete');
    expectRefusal(requestPreReview(given(drafted, submittedWith()), ask), 'wrong-status');
    expectRefusal(answerPreReview(given(drafted), { advice: ADVICE }), 'wrong-status');
    const asked = evolveAll(given(drafted), factsOf(requestPreReview(given(drafted), ask)));
    const wordless = { ...ADVICE, advice: '', comments: [] };
    expectRefusal(answerPreReview(asked, { advice: wordless }), 'explanation-missing');
  });
});
