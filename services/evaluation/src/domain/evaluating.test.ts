import { describe, expect, it } from 'vitest';
import {
  awaiting,
  bad,
  BY_HAND,
  Case,
  CASE,
  CHILD,
  day,
  delivered,
  evaluation,
  form,
  LI,
  lookBackWaived,
  made,
  replied,
  SHARE,
  WANG,
  ZHAO,
} from '../../test/given.ts';
import type { Fact } from './facts.ts';
import { giveCosignerOpinion, submitEvaluation } from './submit-evaluation.ts';

const missed = (kind: 'feedback' | 'feedback_lapse_extra', dueOn: string): Fact => ({
  ...{ type: 'feedback-term-missed', kind, subject: `${SHARE}:${CASE}`, round: 1 },
  dueOn: day(dueOn),
});

describe('the evaluation 测评', () => {
  it('is the lead deputy’s word on attitude and result, and stops the feedback clock', () =>
    expect(
      awaiting().does('06-01', submitEvaluation, evaluation()).last('suggestion-evaluated'),
    ).toMatchObject({
      ...{ deputyId: WANG, round: 1, form: { attitude: 'satisfied', resultClass: 'A' } },
      clocks: [
        { op: 'meet', kind: 'feedback', subject: `${SHARE}:${CASE}`, round: 1, startDate: '2026-06-01' },
      ],
    }));

  it('comes after delivery, not after the reply alone', () => {
    const undelivered = new Case().hears('03-02', made).hears('05-22', replied(1), lookBackWaived());
    expect(undelivered.refuses(submitEvaluation, evaluation())).toBe('fact-not-yet-known');
    expect(awaiting().refuses(submitEvaluation, evaluation({ round: 2 }))).toBe('fact-not-yet-known');
  });

  it('is nobody else’s', () => {
    expect(awaiting().refuses(submitEvaluation, evaluation({ personId: LI }))).toBe('not-lead-deputy');
    expect(awaiting().refuses(submitEvaluation, evaluation({ personId: 'transport-liaison' }))).toBe(
      'not-lead-deputy',
    );
  });

  it('is given once a round', () => {
    const story = awaiting().hears('05-23', { type: 'look-back-required', replyId: `reply-${SHARE}-1` });
    story.does('06-01', submitEvaluation, evaluation());
    expect(story.refuses(submitEvaluation, evaluation())).toBe('evaluation-submitted');
  });

  it('of the present round waits for its reply, while an earlier one may still be answered', () => {
    const story = awaiting().does('06-01', submitEvaluation, bad());
    expect(story.refuses(submitEvaluation, evaluation())).toBe('fact-not-yet-known');
    expect(story.refuses(submitEvaluation, evaluation({ round: 1 }))).toBe('evaluation-submitted');
    const merged = new Case()
      .hears('03-02', made)
      .hears('05-22', replied(1, { withChild: true }), delivered(1), delivered(1, ZHAO), lookBackWaived())
      .does('06-01', submitEvaluation, bad());
    const childs = evaluation({ signedSuggestionId: CHILD, personId: ZHAO });
    expect(merged.does('06-02', submitEvaluation, childs).last('suggestion-evaluated').round).toBe(1);
  });

  it('needs reasons when either is 不满意 (SD23)', () => {
    const without = evaluation({ form: form({ attitude: 'dissatisfied', reasons: ' ' }) });
    expect(awaiting().refuses(submitEvaluation, without)).toBe('reasons-missing');
    const long = evaluation({ form: form({ reasons: '长'.repeat(5_001) }) });
    expect(awaiting().refuses(submitEvaluation, long)).toBe('text-too-long');
  });

  it('is no longer asked for when the case ended', () =>
    expect(awaiting().hears('05-25', { type: 'case-ended' }).refuses(submitEvaluation, evaluation())).toBe(
      'evaluation-void',
    ));

  it('is each merged child’s own', () => {
    const story = new Case()
      .hears('03-02', made)
      .hears('05-22', replied(1, { withChild: true }), delivered(1), delivered(1, ZHAO), lookBackWaived());
    story.does('06-01', submitEvaluation, evaluation());
    expect(story.types).toEqual(['suggestion-evaluated']);
    const childs = evaluation({ signedSuggestionId: CHILD, personId: ZHAO });
    expect(story.refuses(submitEvaluation, { ...childs, personId: WANG })).toBe('not-lead-deputy');
    expect(story.does('06-02', submitEvaluation, childs).types.at(-1)).toBe('suggestion-closed');
  });
});

describe('a co-signer’s opinion', () => {
  const opinion = {
    assignmentId: SHARE,
    signedSuggestionId: CASE,
    round: 0,
    personId: LI,
    satisfaction: 'dissatisfied',
  } as const;

  it('is attached and decides nothing', () => {
    const story = awaiting()
      .does('05-25', giveCosignerOpinion, opinion)
      .does('06-01', submitEvaluation, evaluation());
    expect(story.last('suggestion-evaluated').cosignerOpinions).toEqual([
      { deputyId: LI, satisfaction: 'dissatisfied' },
    ]);
    expect(story.types).not.toContain('rehandling-ordered');
  });

  it('may change until submission', () => {
    const story = awaiting()
      .does('05-25', giveCosignerOpinion, opinion)
      .does('05-26', giveCosignerOpinion, { ...opinion, satisfaction: 'satisfied' });
    expect(story.file.evaluations[0]?.cosignerOpinions).toEqual([
      { deputyId: LI, satisfaction: 'satisfied' },
    ]);
    story.does('06-01', submitEvaluation, evaluation());
    expect(story.refuses(giveCosignerOpinion, opinion)).toBe('evaluation-submitted');
  });

  it('is a co-signer’s only, after delivery', () => {
    expect(awaiting().refuses(giveCosignerOpinion, { ...opinion, personId: ZHAO })).toBe('not-cosigner');
    expect(awaiting().refuses(giveCosignerOpinion, { ...opinion, personId: WANG })).toBe('not-cosigner');
    expect(new Case().hears('03-02', made).refuses(giveCosignerOpinion, opinion)).toBe('fact-not-yet-known');
  });
});

describe('逾期未反馈', () => {
  it('has days of grace after the term, counted from its last day', () => {
    const story = awaiting().hears('06-13', missed('feedback', '06-12'));
    expect(story.last('feedback-overdue').clocks).toMatchObject([
      {
        op: 'start',
        kind: 'feedback_lapse_extra',
        startDate: '2026-06-12',
        term: { n: 5, unit: 'workday' },
        owner: 'deputy',
      },
    ]);
    expect(
      story.does('06-15', submitEvaluation, evaluation()).last('suggestion-evaluated').clocks,
    ).toMatchObject([
      { op: 'meet', kind: 'feedback' },
      { op: 'meet', kind: 'feedback_lapse_extra' },
    ]);
  });

  it('is recorded when they pass too, ends both clocks and lets the case close', () => {
    const story = awaiting()
      .hears('06-13', missed('feedback', '06-12'))
      .hears('06-24', missed('feedback_lapse_extra', '06-23'));
    expect(story.last('suggestion-lapsed').clocks).toMatchObject([
      { op: 'cancel', kind: 'feedback' },
      { op: 'cancel', kind: 'feedback_lapse_extra' },
    ]);
    expect(story.last('suggestion-closed')).toMatchObject({
      outcome: 'closed',
      shares: [{ worst: undefined }],
    });
    expect(story.refuses(submitEvaluation, evaluation())).toBe('evaluation-lapsed');
  });

  it('counts when the end of the term is heard of before the delivery', () => {
    const story = new Case().hears('06-13', missed('feedback', '06-12')).hears('03-02', made);
    expect(story.hears('06-14', replied(1), delivered(1)).types).toEqual(['feedback-overdue']);
  });
});

describe('a profile without automatic re-handling', () => {
  it('gives the desk the days of rehandle_order', () => {
    const story = awaiting(BY_HAND).does('06-01', submitEvaluation, bad({ rules: BY_HAND }));
    expect(story.types).toEqual(['suggestion-evaluated']);
    expect(story.last('suggestion-evaluated').clocks).toMatchObject([
      { op: 'meet', kind: 'feedback' },
      { op: 'start', kind: 'rehandle_order', subject: SHARE, round: 1, owner: 'desk' },
    ]);
  });
});

describe('a lead deputy who left office', () => {
  const passed: Fact = { type: 'lead-passed', leadDeputyId: LI };

  it('is followed by the co-signer in what is still to be said', () => {
    const story = awaiting().hears('05-25', passed);
    expect(story.refuses(submitEvaluation, evaluation())).toBe('not-lead-deputy');
    const opinion = {
      ...{ assignmentId: SHARE, signedSuggestionId: CASE, round: 0, personId: WANG },
      satisfaction: 'satisfied',
    } as const;
    story.does('05-26', giveCosignerOpinion, opinion);
    expect(
      story.does('06-01', submitEvaluation, evaluation({ personId: LI })).last('suggestion-evaluated'),
    ).toMatchObject({ deputyId: LI, cosignerOpinions: [{ deputyId: WANG }] });
  });

  it('keeps what he has said, and the next round is the new lead’s', () => {
    const story = awaiting().does('06-01', submitEvaluation, bad()).hears('06-02', passed);
    expect(story.file.evaluations).toMatchObject([{ status: 'submitted', deputyId: WANG }]);
    // Assignment had not heard of the new lead when it delivered.
    story.hears('06-20', replied(2), delivered(2), lookBackWaived(2));
    expect(story.refuses(submitEvaluation, evaluation())).toBe('not-lead-deputy');
    expect(story.refuses(submitEvaluation, evaluation({ personId: LI }))).toBe('accepted');
  });

  it('is followed in whatever order the services are heard, and not in a merged suggestion', () => {
    const early = new Case()
      .hears('03-01', passed)
      .hears('03-02', made)
      .hears('05-22', replied(1, { withChild: true }), delivered(1), delivered(1, LI), delivered(1, ZHAO));
    expect(early.file.evaluations.map(({ deputyId }) => deputyId)).toEqual([LI, ZHAO]);
    expect(early.refuses(submitEvaluation, evaluation({ personId: LI }))).toBe('accepted');
    const ofChild = evaluation({ personId: ZHAO, signedSuggestionId: CHILD });
    expect(early.refuses(submitEvaluation, ofChild)).toBe('accepted');
  });
});
