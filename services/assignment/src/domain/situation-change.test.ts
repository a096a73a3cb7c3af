import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  clock,
  clocks,
  contact,
  deliver,
  draft,
  issue,
  LEAD,
  NO_EVIDENCE,
  PUBLICITY,
  readyToReply,
  replied,
  TRAFFIC,
  types,
  type Case,
} from '../../test/given.ts';
import type { Circumstances } from './clock-fact.ts';
import type { ForeignFact } from './foreign-facts.ts';
import { decideSituationChange, type PromiseJudged } from './situation-change.ts';
import { decideSuccession } from './succeed-share.ts';
import { decideSupplement } from './supplement-reply.ts';
import type { SuggestionCase } from './suggestion-case.ts';

const REPLY_ID = `reply-${LEAD}-1`;
const day = (text: string) => localDate(`2026-${text}`);

const change =
  (changedOn: string, what = '资金已到位') =>
  (state: SuggestionCase, on: Circumstances) =>
    decideSituationChange(
      state,
      { assignmentId: LEAD, changeId: `change-${changedOn}`, what, changedOn: day(changedOn) },
      on,
    );

const supplement = (state: SuggestionCase, on: Circumstances) =>
  decideSupplement(
    state,
    {
      ...{ replyId: REPLY_ID, resultClass: 'D', why: '资金已到位', text: '六月施工。' },
      ...{ evidence: { ...NO_EVIDENCE, legalBasis: '规范第5条' }, promises: [], promiseIds: [] },
    },
    on,
  );

const judged = (outcome: PromiseJudged['outcome'], on: string): ForeignFact => ({
  ...{ assignmentId: LEAD, promiseId: `promise-${on}`, outcome, explanation: '资金未到位', on: day(on) },
  type: 'promise-judged',
});

const closedOn = (story: Case, on: string) => story.hears(on, { type: 'closed', on: day(on) });

describe('a supplementary reply', () => {
  it('is owed from the day of the change, and met by the supplement', () => {
    const story = replied();
    const facts = story.does('05-06', change('04-29'));
    expect(clock(facts, 'supplementary_reply')).toMatchObject({
      ...{ op: 'start', subject: `${LEAD}:change-04-29`, startDate: '2026-04-29' },
      ...{ term: { n: 10, unit: 'workday' }, owner: 'unit', unitId: TRAFFIC },
    });
    expect(facts).toMatchObject([{ payload: { cause: 'reported' }, reason: '资金已到位' }]);
    const given = story.does('05-08', supplement);
    expect(clock(given, 'supplementary_reply')).toMatchObject({ op: 'meet', startDate: '2026-05-08' });
    expect(story.share().situationChange).toBeUndefined();
    expect(clocks(story.does('06-01', change('06-01')))).toEqual(['start supplementary_reply']);
  });

  it('is given without one being owed', () => {
    expect(clocks(replied().does('05-06', supplement))).toEqual([]);
  });

  it('is owed by the unit that takes over', () => {
    const story = replied().next('05-06', change('05-06'));
    const succession = { fromUnitId: TRAFFIC, unitId: PUBLICITY, decidingOffice: 'congress-desk' } as const;
    story.next('05-07', (state, on) => decideSuccession(state, { ...succession, on: on.today }, on));
    expect(clocks(story.does('05-08', supplement))).toEqual(['meet supplementary_reply']);
  });

  it('is still owed after closing, and is no more once the deputy’s dissatisfaction orders a new reply', () => {
    const closed = replied().next('05-06', change('05-06'));
    expect(clocks(closedOn(closed, '05-07'))).not.toContain('cancel supplementary_reply');
    expect(clocks(closed.does('05-08', supplement))).toEqual(['meet supplementary_reply']);
    // A decline that intake decided long before, not knowing of the handling.
    const late = replied().next('05-06', change('05-06'));
    closedOn(late, '05-07');
    expect(late.hears('05-08', { type: 'left-road', on: day('05-08'), clocks: [] })).toEqual([]);
    const again = replied().next('05-06', change('05-06'));
    const ordered = again.hears('05-07', {
      ...{ type: 'round-ordered', assignmentId: LEAD, round: 2, clocks: [] },
    });
    expect(types(ordered)).toEqual(['situation-change-superseded']);
    expect(clocks(ordered)).toEqual(['cancel supplementary_reply']);
    again.next('05-08', contact()).next('05-08', draft()).next('05-09', issue());
    again.next('05-09', deliver(`reply-${LEAD}-2`));
    expect(clocks(again.does('05-10', change('05-10')))).toEqual(['start supplementary_reply']);
  });
});

describe('a change of situation', () => {
  it('is recorded of a delivered reply, once, with its words and a day between the reply and today', () => {
    const issued = readyToReply().next('04-10', issue());
    expect(issued.refuses('04-10', change('04-10'))).toBe('reply-not-delivered');
    expect(replied().refuses('05-06', change('05-07'))).toBe('day-in-future');
    expect(replied().refuses('05-06', change('04-09'))).toBe('change-before-reply');
    expect(replied().refuses('05-06', change('05-06', ' '))).toBe('situation-change-missing');
    const story = replied().next('05-06', change('05-06'));
    expect(story.refuses('05-07', change('05-07'))).toBe('situation-change-open');
    const closed = replied();
    closedOn(closed, '05-06');
    expect(types(closed.does('07-01', change('06-30')))).toEqual(['situation-changed']);
    closed.hears('07-02', { type: 'sealed' });
    expect(closed.refuses('07-03', supplement)).toBe('case-sealed');
    const sealed = replied();
    closedOn(sealed, '05-06');
    sealed.hears('05-07', { type: 'sealed' });
    expect(sealed.refuses('07-01', change('06-30'))).toBe('case-sealed');
    const withdrawn = readyToReply();
    withdrawn.hears('04-10', { type: 'withdrawal-requested' });
    expect(withdrawn.refuses('04-11', change('04-11'))).toBe('case-ended');
  });

  it.each(['kept', 'broken'] as const)(
    'is a promise that was %s, also when the case closes by it',
    (outcome) => {
      const story = replied();
      const facts = story.hears('05-20', judged(outcome, '05-20'));
      expect(facts).toMatchObject([
        { type: 'situation-changed', payload: { cause: `promise-${outcome}`, changedOn: '2026-05-20' } },
      ]);
      expect(clocks(facts)).toEqual(['start supplementary_reply']);
      expect(clocks(closedOn(story, '05-20'))).not.toContain('cancel supplementary_reply');
      expect(story.hears('05-21', judged('broken', '05-21'))).toEqual([]);
    },
  );

  it('is no promise kept of which the reply says already that it is solved', () => {
    const photo = { attachmentId: 'a', sha256: 'f'.repeat(64), name: '现场照片.jpg' };
    const solved = { ...NO_EVIDENCE, attachments: [photo], completedOn: day('05-10') };
    const story = replied().next('05-11', (state, on) =>
      decideSupplement(
        state,
        {
          ...{ replyId: REPLY_ID, resultClass: 'A', why: '已建成', text: '信号灯已启用。' },
          ...{ evidence: solved, promises: [], promiseIds: [] },
        },
        on,
      ),
    );
    expect(story.hears('05-20', judged('kept', '05-20'))).toEqual([]);
    expect(types(story.hears('05-21', judged('broken', '05-21')))).toEqual(['situation-changed']);
  });

  it('asks nothing of a unit that has not replied in this round', () => {
    expect(readyToReply().hears('04-02', judged('broken', '04-02'))).toEqual([]);
  });
});
