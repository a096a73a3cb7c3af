import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assign,
  assigned,
  Case,
  classify,
  clocks,
  confirmed,
  contact,
  deliver,
  draft,
  DRAFT,
  issue,
  LEAD,
  NO_EVIDENCE,
  plan,
  POLICE,
  readyToReply,
  replied,
  TRAFFIC,
  types,
} from '../../test/given.ts';
import { accountableParties } from './accountable-party.ts';
import { decideDelivery } from './deliver-reply.ts';
import { decideReply } from './issue-reply.ts';
import { decideSupplement } from './supplement-reply.ts';
import type { Circumstances } from './clock-fact.ts';
import { allDelivered, type SuggestionCase } from './suggestion-case.ts';

const REPLY_ID = `reply-${LEAD}-1`;

describe('the gates of a reply', () => {
  it('open in their order', () => {
    const story = assigned('complex');
    expect(story.refuses('03-03', issue())).toBe('not-acknowledged');
    story.next('03-03', acknowledge());
    expect(story.refuses('03-03', issue())).toBe('fact-not-yet-known dual-confirmation-completed');
    expect(story.refuses('03-03', plan())).toBe('fact-not-yet-known dual-confirmation-completed');
    expect(clocks(story.hears('03-10', confirmed('03-10')))).toEqual(['start plan']);
    expect(story.refuses('03-10', issue())).toBe('plan-missing');
    story.next('03-12', plan());
    expect(story.refuses('03-12', issue())).toBe('fact-not-yet-known meeting-held');
    story.hears('03-20', { type: 'on-site-waived', assignmentId: LEAD, clocks: [] });
    expect(story.refuses('03-20', issue())).toBe('contact-missing');
    story.next('03-21', contact());
    expect(story.refuses('03-21', issue())).toBe('reply-draft-missing');
    story.next('03-21', draft());
    expect(types(story.does('03-21', issue()))).toEqual(['reply-issued']);
  });

  it('do not mind the order in which the facts arrive', () => {
    const story = assigned('complex');
    story.hears('03-03', {
      type: 'on-site-held',
      assignmentId: LEAD,
      on: localDate('2026-03-03'),
      clocks: [],
    });
    story.hears('03-03', confirmed('03-03'));
    story.next('03-04', acknowledge()).next('03-05', plan()).next('03-06', contact()).next('03-06', draft());
    expect(types(story.does('03-06', issue()))).toEqual(['reply-issued']);
  });

  it('leave the clock of the round running until the reply is delivered', () => {
    expect(clocks(readyToReply().does('04-10', issue()))).toEqual([]);
  });

  it('are opened by no co-handler', () => {
    const story = readyToReply().next('04-01', assign([POLICE, 'co']));
    story.next('04-02', acknowledge('share-2'));
    expect(story.refuses('04-10', issue({}, 'share-2'))).toBe('share-owes-no-reply');
    expect(story.refuses('04-10', draft('share-2'))).toBe('share-owes-no-reply');
  });
});

describe('the signature under a reply', () => {
  const sign =
    (letterNumber: string, textHash = 'hash') =>
    (state: SuggestionCase, on: Circumstances) => {
      const saved = { replyId: REPLY_ID, draft: DRAFT, textHash: 'hash' };
      const signature = { letterNumber, textHash, signedBy: 'head', promiseIds: [] };
      return decideReply(state, { assignmentId: LEAD, saved, ...signature }, on);
    };

  it('is over the words that the head read, under the number of the letter', () => {
    const story = readyToReply();
    expect(story.refuses('04-10', sign('东交建字〔2026〕1号', 'older'))).toBe('reply-draft-changed');
    expect(story.refuses('04-10', sign(' '))).toBe('letter-number-missing');
    const [fact] = story.does('04-10', sign('东交建字〔2026〕1号'));
    expect(fact?.payload).toMatchObject({ letterNumber: '东交建字〔2026〕1号', textHash: 'hash' });
  });
});

describe('the class of a reply', () => {
  const photo = { attachmentId: 'a', sha256: 'f'.repeat(64), name: '现场照片.jpg' };
  it.each([
    ['', NO_EVIDENCE, [], 'reply-class-missing'],
    ['A', NO_EVIDENCE, [], 'class-a-evidence-missing'],
    ['A', { ...NO_EVIDENCE, attachments: [photo] }, [], 'class-a-evidence-missing'],
    [
      'A',
      { ...NO_EVIDENCE, attachments: [photo], completedOn: localDate('2026-04-01') },
      [],
      'accepted reply-issued',
    ],
    ['B', NO_EVIDENCE, [], 'class-b-promise-missing'],
    ['B', NO_EVIDENCE, [{ text: '建成', dueOn: localDate('2026-01-01') }], 'promise-invalid'],
    ['B', NO_EVIDENCE, [{ text: ' ', dueOn: localDate('2026-05-31') }], 'promise-invalid'],
    ['B', NO_EVIDENCE, [{ text: '建成', dueOn: localDate('2026-05-31') }], 'accepted reply-issued'],
    ['C', { ...NO_EVIDENCE, lackingCondition: '资金未到位' }, [], 'class-c-condition-missing'],
    ['C', { ...NO_EVIDENCE, explainedBy: '李建国' }, [], 'class-c-condition-missing'],
    [
      'C',
      { ...NO_EVIDENCE, lackingCondition: '资金未到位', explainedBy: '李建国' },
      [],
      'accepted reply-issued',
    ],
    ['D', NO_EVIDENCE, [], 'class-d-legal-basis-missing'],
    ['D', { ...NO_EVIDENCE, legalBasis: '规范第5条' }, [], 'accepted reply-issued'],
  ] as const)('%s with its evidence', (resultClass, evidence, promises, outcome) => {
    expect(readyToReply().refuses('04-10', issue({ resultClass, evidence, promises }))).toBe(outcome);
  });

  it('changes only by a supplement with its reason', () => {
    const story = replied();
    const supplement = (why: string) => (state: SuggestionCase, on: Circumstances) =>
      decideSupplement(
        state,
        {
          ...{ replyId: REPLY_ID, resultClass: 'B' as const, why, text: '省里批复了资金，五月施工。' },
          ...{
            evidence: NO_EVIDENCE,
            promises: [{ text: '建成', dueOn: localDate('2026-06-30') }],
            promiseIds: ['p'],
          },
        },
        on,
      );
    expect(story.refuses('05-01', supplement(''))).toBe('supplement-reason-missing');
    story.next('05-01', supplement('资金到位'));
    expect(story.share().status).toMatchObject({ reply: { resultClass: 'B' } });
  });

  it('is supplemented in words, with what the new class rests on', () => {
    const promised = [{ text: '建成', dueOn: localDate('2026-06-30') }];
    const change = { replyId: REPLY_ID, resultClass: 'B' as const, why: '资金到位', text: '五月施工。' };
    const supplement =
      (more: Partial<Parameters<typeof decideSupplement>[1]>) => (state: SuggestionCase, on: Circumstances) =>
        decideSupplement(
          state,
          { ...change, evidence: NO_EVIDENCE, promises: promised, promiseIds: ['p'], ...more },
          on,
        );
    const story = replied();
    expect(story.refuses('05-01', supplement({ text: ' ' }))).toBe('supplement-reason-missing');
    expect(story.refuses('05-01', supplement({ promises: [] }))).toBe('class-b-promise-missing');
    expect(story.refuses('05-01', supplement({ resultClass: 'A' }))).toBe('class-a-evidence-missing');
    const late = [{ text: '建成', dueOn: localDate('2026-04-30') }];
    expect(story.refuses('05-01', supplement({ promises: late }))).toBe('promise-invalid');
    expect(types(story.does('05-01', supplement({})))).toEqual(['reply-supplemented']);
  });

  it('may be supplemented after closing, when the situation changed, but not once withdrawn', () => {
    const closed = replied();
    closed.hears('05-10', { type: 'closed', on: localDate('2026-05-10') });
    const evidence = { ...NO_EVIDENCE, legalBasis: '新规范第5条' };
    const words = { why: '规范已修订', text: '可以增设，六月施工。', promiseIds: ['p'] };
    const promises = [{ text: '建成', dueOn: localDate('2026-12-30') }];
    const change = { replyId: REPLY_ID, resultClass: 'B' as const, evidence, promises, ...words };
    const supplement = (state: SuggestionCase, on: Circumstances) => decideSupplement(state, change, on);
    expect(types(closed.does('09-01', supplement))).toEqual(['reply-supplemented']);
    expect(accountableParties(closed.state)).toEqual([]);
    closed.hears('09-01', { type: 'reopened' });
    expect(accountableParties(closed.state)).toEqual([{ kind: 'desk' }]);
    const withdrawn = readyToReply().next('04-10', issue());
    withdrawn.hears('04-10', { type: 'withdrawal-requested' });
    expect(withdrawn.refuses('04-11', supplement)).toBe('case-ended');
  });
});

describe('delivery', () => {
  it('reaches every deputy owed it, one by one, with a feedback clock for each who evaluates', () => {
    const story = readyToReply();
    story.hears('04-01', { type: 'absorbed', childId: 's-2', leadDeputyId: 'zhao', cosignerIds: [] });
    story.next('04-10', issue());
    const first = story.does('04-11', deliver(REPLY_ID, ['wang']));
    expect(first).toMatchObject([
      { payload: { allDelivered: false, clocks: [{ subject: `${LEAD}:s-1`, personId: 'wang' }] } },
    ]);
    expect(story.refuses('04-12', deliver(REPLY_ID, ['wang']))).toBe('already-delivered');
    expect(story.refuses('04-12', deliver(REPLY_ID, ['nobody']))).toBe('deputy-not-owed');
    const rest = story.does('04-12', deliver(REPLY_ID));
    expect(rest.map((fact) => clocks([fact]))).toEqual([[], ['start feedback', 'meet reply']]);
    expect(allDelivered(story.state)).toBe(true);
  });

  it('is on a day between the signature and today', () => {
    const on = (deliveredOn: string) => (state: SuggestionCase, under: Circumstances) =>
      decideDelivery(
        state,
        { replyId: REPLY_ID, deputyIds: [], method: 'letter', deliveredOn: localDate(deliveredOn) },
        under,
      );
    const story = readyToReply().next('04-10', issue());
    expect(story.refuses('04-12', on('2026-04-13'))).toBe('day-in-future');
    expect(story.refuses('04-12', on('2026-04-09'))).toBe('delivered-before-issued');
    const [fact] = story.does('04-12', on('2026-04-10'));
    expect(fact?.payload).toMatchObject({ deliveredOn: '2026-04-10' });
  });

  it('completes the case only when the last parallel handler has answered', () => {
    const story = new Case()
      .next('03-02', classify())
      .next('03-02', assign([TRAFFIC, 'parallel'], [POLICE, 'parallel']));
    for (const id of [LEAD, 'share-2']) {
      story.next('03-03', acknowledge(id));
      story.hears('03-10', confirmed('03-10', id));
      story
        .next('03-12', plan({}, id))
        .next('03-15', contact(id))
        .next('03-15', draft(id))
        .next('04-10', issue({}, id));
    }
    const first = story.does('04-11', deliver(REPLY_ID));
    expect(first.at(-1)?.payload).toMatchObject({ allDelivered: false });
    const second = story.does('04-11', deliver('reply-share-2-1'));
    expect(second.at(-1)?.payload).toMatchObject({ allDelivered: true });
  });
});

describe('a further round', () => {
  it('hears the deputy again and meets its own clock', () => {
    const story = replied();
    const term = { n: 1, unit: 'month' as const };
    const start = {
      op: 'start' as const,
      kind: 'rehandle_reply' as const,
      subject: LEAD,
      round: 2,
      startDate: localDate('2026-05-06'),
    };
    const owner = { rulePackVersion: 'sd-1', owner: 'unit', unitId: TRAFFIC, personId: '' };
    story.hears('05-06', {
      type: 'round-ordered',
      assignmentId: LEAD,
      round: 2,
      clocks: [{ ...start, term, ...owner }],
    });
    expect(story.refuses('05-07', issue())).toBe('contact-missing');
    story.next('05-07', contact()).next('05-08', draft());
    story.next('05-10', issue());
    expect(story.refuses('05-11', deliver(REPLY_ID))).toBe('reply-not-issued');
    expect(clocks(story.does('05-11', deliver(`reply-${LEAD}-2`)))).toContain('meet rehandle_reply');
  });
});
