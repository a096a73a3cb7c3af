import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assign,
  Case,
  classify,
  confirmed,
  contact,
  draft,
  DRAFT,
  issue,
  plan,
  POLICE,
  readyToReply,
  TRAFFIC,
  types,
} from '../../test/given.ts';
import { decideCoOpinion, decideCoOpinionAccepted, decideCoOpinionSentBack } from './co-opinion.ts';
import type { Circumstances } from './clock-fact.ts';
import type { ShareRole } from './share.ts';
import { type SuggestionCase } from './suggestion-case.ts';

const WORDS = {
  ...{ facts: '校门口接送车辆多。', opinion: '我局安排护学岗两人，长期执行。' },
  ...({ commitments: [], resultClass: 'A' } as const),
};

describe('the words of a reply', () => {
  it('answer each demand', () => {
    const one = DRAFT.sections.slice(0, 1);
    expect(readyToReply().refuses('04-10', issue({ sections: one }))).toBe('demand-unanswered');
    expect(readyToReply({ demands: [] }).refuses('04-10', issue({ sections: [] }))).toBe('demand-unanswered');
  });

  it('state each accepted co-opinion', () => {
    const story = new Case()
      .next('03-02', classify())
      .next('03-02', assign([TRAFFIC, 'lead'], [POLICE, 'co']));
    story.next('03-03', acknowledge()).next('03-03', acknowledge('share-2'));
    story.hears('03-10', confirmed('03-10'));
    story.next('03-12', plan()).next('03-15', contact()).next('03-15', draft());
    story.next('03-16', (state, on) =>
      decideCoOpinion(
        state,
        {
          ...{ ...WORDS, assignmentId: 'share-2', opinionId: 'o' },
          ...{ signedBy: 'chief', textHash: 'hash' },
        },
        on,
      ),
    );
    expect(story.refuses('03-17', issue())).toBe('co-opinion-not-judged');
    story.next('03-17', (state) => decideCoOpinionAccepted(state, 'o'));
    expect(story.refuses('03-17', issue())).toBe('co-opinion-not-stated');
    const [fact] = story.does(
      '03-17',
      issue({ coOpinions: [{ opinionId: 'o', statement: '公安局安排护学岗。' }] }),
    );
    expect(fact?.payload).toMatchObject({
      coOpinions: [{ opinionId: 'o', unitId: POLICE, signedBy: 'chief', signedOn: '2026-03-16' }],
    });
  });
});

describe('a co-handler whose opinion is not there', () => {
  const OPINION = { ...WORDS, assignmentId: 'share-2' };
  const give = (opinionId: string) => (state: SuggestionCase, on: Circumstances) =>
    decideCoOpinion(state, { ...OPINION, opinionId, signedBy: 'chief', textHash: 'hash' }, on);
  const ready = (...shares: readonly [string, ShareRole][]): Case => {
    const story = new Case().next('03-02', classify()).next('03-02', assign(...shares));
    story.next('03-03', acknowledge());
    story.hears('03-10', confirmed('03-10'));
    return story.next('03-12', plan()).next('03-15', contact()).next('03-15', draft());
  };
  const saying = (reason: string) => issue({ missingCoOpinions: [{ unitId: POLICE, reason }] });
  const why = '经两次催办，该局仍未出具协办意见。';

  it('is waited for until its day, 04-03, has passed; then the reply says why it goes without', () => {
    const story = ready([TRAFFIC, 'lead'], [POLICE, 'co']);
    expect(story.refuses('03-17', issue())).toBe('co-opinion-awaited');
    story.next('03-03', acknowledge('share-2'));
    expect(story.refuses('04-03', saying(why))).toBe('co-opinion-awaited');
    expect(story.refuses('04-04', issue())).toBe('co-opinion-absence-unexplained');
    expect(story.refuses('04-04', saying(' '))).toBe('co-opinion-absence-unexplained');
    const [fact] = story.does('04-04', saying(why));
    expect(fact?.payload).toMatchObject({ missingCoOpinions: [{ unitId: POLICE, reason: why }] });
  });

  it('is waited for again after it was sent back, for the days to redo it', () => {
    const story = ready([TRAFFIC, 'lead'], [POLICE, 'co'])
      .next('03-16', acknowledge('share-2'))
      .next('03-17', give('o'));
    const sendBack = (state: SuggestionCase, on: Circumstances) =>
      decideCoOpinionSentBack(state, { opinionId: 'o', reason: '请写明时段' }, on);
    story.next('03-18', sendBack);
    expect(story.refuses('03-25', saying(why))).toBe('co-opinion-awaited');
    expect(types(story.does('03-26', saying(why)))).toEqual(['reply-issued']);
  });

  it.each([
    ['that joined late, with a day after', true],
    ['that has not received its share by', false],
  ])(
    'of a co-handler %s the reply’s own is waited for no longer within five workdays of it',
    (_, received) => {
      const story = ready([TRAFFIC, 'lead']).next('05-20', assign([POLICE, 'co']));
      if (received) story.next('05-20', acknowledge('share-2'));
      expect(story.refuses('05-25', saying(why))).toBe('co-opinion-awaited');
      expect(story.refuses('05-26', issue())).toBe('co-opinion-absence-unexplained');
      const [fact] = story.does('05-26', saying(why));
      expect(fact?.payload).toMatchObject({ missingCoOpinions: [{ unitId: POLICE, reason: why }] });
    },
  );

  it('is said nothing of once the opinion came late', () => {
    const story = ready([TRAFFIC, 'lead'], [POLICE, 'co'])
      .next('03-03', acknowledge('share-2'))
      .next('04-07', give('o'));
    story.next('04-07', (state) => decideCoOpinionAccepted(state, 'o'));
    const said = { coOpinions: [{ opinionId: 'o', statement: '公安局安排护学岗。' }] };
    const missing = { missingCoOpinions: [{ unitId: POLICE, reason: why }] };
    const [fact] = story.does('04-08', issue({ ...said, ...missing }));
    expect(fact?.payload).toMatchObject({ missingCoOpinions: [] });
  });
});
