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
  KEY_GROUNDS,
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
import { decideCoOpinion, decideCoOpinionAccepted, decideCoOpinionSentBack } from './co-opinion.ts';
import { decideDelivery } from './deliver-reply.ts';
import { decidePlanAmendment } from './file-plan.ts';
import { decideReply } from './issue-reply.ts';
import { decideKeyMark, type MarkKey } from './mark-key.ts';
import { decideSupplement } from './supplement-reply.ts';
import type { Circumstances } from './clock-fact.ts';
import type { ShareRole } from './share.ts';
import { allDelivered, type SuggestionCase } from './suggestion-case.ts';

const REPLY_ID = `reply-${LEAD}-1`;
const markKey = (state: SuggestionCase, on: Circumstances) =>
  decideKeyMark(state, { decisionNumber: '东人主〔2026〕3号', decidedOn: on.today, ...KEY_GROUNDS }, on);

const WORDS = {
  ...{ facts: '校门口接送车辆多。', opinion: '我局安排护学岗两人，长期执行。' },
  ...({ commitments: [], resultClass: 'A' } as const),
};

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

describe('a key mark after handling began', () => {
  it('reopens the plan until 五个一 is complete, and blocks the reply meanwhile', () => {
    const story = readyToReply();
    const before = story.share();
    expect(clocks(story.does('04-01', markKey))).toEqual(['start on_site', 'start plan']);
    expect(story.share()).toMatchObject({
      contacts: before.contacts,
      dualConfirmation: before.dualConfirmation,
    });
    expect(story.refuses('04-02', issue())).toBe('five-ones-incomplete');
    expect(story.refuses('04-02', plan({ leaderRank: 'unit-deputy-head' }))).toBe('five-ones-incomplete');
    expect(clocks(story.does('04-03', plan()))).toEqual(['meet plan']);
    expect(story.refuses('04-03', issue())).toBe('fact-not-yet-known meeting-held');
    expect(story.refuses('04-03', markKey)).toBe('already-key');
  });

  const marked =
    (more: Partial<MarkKey>) =>
    (state: SuggestionCase, on: Circumstances): ReturnType<typeof decideKeyMark> =>
      decideKeyMark(state, { decisionNumber: '3号', decidedOn: on.today, ...KEY_GROUNDS, ...more }, on);

  it('needs a decision number, and a day from registration to today', () => {
    expect(assigned().refuses('03-03', marked({ decisionNumber: ' ' }))).toBe('key-decision-missing');
    expect(assigned().refuses('03-03', marked({ decidedOn: localDate('2026-12-31') }))).toBe('day-in-future');
    expect(assigned().refuses('03-03', marked({ decidedOn: localDate('2026-03-01') }))).toBe(
      'key-decision-before-registration',
    );
    const onTheDay = assigned().next('03-03', marked({ decidedOn: localDate('2026-03-02') }));
    expect(onTheDay.state.keyMark).toMatchObject({ marked: true, decidedOn: '2026-03-02' });
  });

  it('says which criteria are met, and who supervises: a leader of the council and a committee', () => {
    expect(assigned().refuses('03-03', marked({ criteria: [] }))).toBe('key-criteria-missing');
    const supervisor = { personId: 'head', isOfCouncil: false };
    expect(assigned().refuses('03-03', marked({ supervisor }))).toBe('key-supervisor-not-of-council');
    const body = { unitId: TRAFFIC, isCommittee: false };
    expect(assigned().refuses('03-03', marked({ body }))).toBe('key-body-not-committee');
    const story = assigned().next('03-03', marked({ criteria: ['development', 'development'] }));
    expect(story.state.keyMark).toEqual({
      ...{ marked: true, decisionNumber: '3号', decidedOn: '2026-03-03' },
      grounds: {
        ...{ criteria: ['development'], proposedBy: 'committee' },
        ...{ supervisorId: 'council', supervisingUnitId: 'u-committee' },
      },
    });
  });
});

describe('a plan', () => {
  it('is amended with a reason, never filed twice', () => {
    const story = readyToReply();
    expect(story.refuses('04-02', plan())).toBe('plan-already-filed');
    const amend = (reason: string) => (state: SuggestionCase, on: Circumstances) =>
      decidePlanAmendment(
        state,
        { assignmentId: LEAD, plan: { ...DRAFT_PLAN, deadline: localDate('2026-06-10') }, reason },
        on,
      );
    expect(story.refuses('04-02', amend(''))).toBe('amendment-reason-missing');
    const [fact] = story.does('04-02', amend('施工期延长'));
    expect(fact).toMatchObject({ payload: { planVersion: 2 }, reason: '施工期延长' });
    const early = assigned().next('03-03', acknowledge());
    expect(early.refuses('03-09', amend('施工期延长'))).toBe('plan-not-filed');
    early.hears('03-10', confirmed('03-10'));
    expect(early.refuses('03-10', amend('施工期延长'))).toBe('plan-not-filed');
  });
});

const DRAFT_PLAN = {
  leaderName: '李建国',
  leaderPost: '局长',
  leaderRank: 'unit-head',
  solution: '五月施工',
  milestones: [],
} as const;

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
