import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  assign,
  Case,
  classify,
  clock,
  clocks,
  KEY_GROUNDS,
  TRAFFIC,
  types,
  under,
} from '../../test/given.ts';
import type { Circumstances } from './clock-fact.ts';
import { keySelectionDueOn } from './key-selection.ts';
import { decideKeyMark } from './mark-key.ts';
import type { SuggestionCase } from './suggestion-case.ts';

const CLOSING = localDate('2026-02-27');
const HANDING_OVER = { kind: 'session_assign', subject: 's-1', round: 1 } as const;

/** A suggestion of the session that closed on 02-27: the 主任会议 decides until 04-27. */
const ofSession = (): Case =>
  new Case({
    period: 'in-session',
    clocks: [
      {
        ...{ ...HANDING_OVER, op: 'start', startDate: CLOSING, term: { n: 1, unit: 'month' } },
        ...{ rulePackVersion: 'sd-1', owner: 'desk', unitId: '', personId: '' },
      },
    ],
  });

const proposed = classify(1, 1, 1, { keyProposed: true });
const again = (keyProposed: boolean) =>
  classify(1, 1, 1, { keyProposed, overrideReason: keyProposed ? '联名提请' : '主任会议未予确定' });
const marked = (state: SuggestionCase, on: Circumstances) =>
  decideKeyMark(state, { decisionNumber: '3号', decidedOn: on.today, ...KEY_GROUNDS }, on);

describe('the choice of a key suggestion', () => {
  it('is due two months after the session closed, from its proposal to the mark of the 主任会议', () => {
    const story = ofSession();
    const facts = story.does('03-02', proposed);
    expect(clock(facts, 'key_selection')).toMatchObject({
      ...{ op: 'start', subject: 's-1', round: 1, startDate: CLOSING, term: { n: 2, unit: 'month' } },
      owner: 'desk',
    });
    expect(keySelectionDueOn(story.state, under('03-02'))).toBe('2026-04-27');
    story.next('03-03', assign([TRAFFIC, 'lead']));
    expect(clocks(story.does('04-20', marked))).toContain('meet key_selection');
    expect(keySelectionDueOn(story.state, under('04-20'))).toBeUndefined();
  });

  it('is proposed once, later too, and taken back with its reason', () => {
    const story = ofSession().next('03-02', classify());
    expect(clocks(story.does('03-20', again(true)))).toEqual(['start key_selection']);
    expect(clocks(story.does('03-21', again(true)))).toEqual([]);
    expect(story.refuses('03-25', classify())).toBe('reclassification-reason-missing');
    expect(clocks(story.does('03-25', again(false)))).toEqual(['cancel key_selection']);
    expect(story.state.classification).toMatchObject({ keyProposed: false });
  });

  it('has its last day still, and no term after it, between sessions, or when it is one already', () => {
    expect(clocks(ofSession().does('04-27', proposed))).toEqual(['start key_selection']);
    expect(clocks(ofSession().does('04-28', proposed))).toEqual([]);
    const between = new Case();
    expect(clocks(between.does('03-02', proposed))).toEqual([]);
    expect(between.state.classification).toMatchObject({ keyProposed: true });
    const key = ofSession().next('03-02', classify()).next('03-03', marked);
    expect(clocks(key.does('03-04', again(true)))).toEqual([]);
  });

  it('is waited for no more in what was merged, withdrawn or closed', () => {
    const cancelled = [{ ...HANDING_OVER, op: 'cancel', startDate: localDate('2026-03-03') }] as const;
    const merged = { type: 'merged', parentId: 's-9', clocks: cancelled } as const;
    const left = { type: 'left-road', on: localDate('2026-03-03'), clocks: cancelled } as const;
    for (const end of [merged, left]) {
      const story = ofSession().next('03-02', proposed);
      expect(clocks(story.hears('03-03', end))).toEqual(['cancel key_selection']);
      expect(types(story.facts)).toEqual(['suggestion-classified', 'case-ended']);
      expect(types(ofSession().next('03-02', classify()).hears('03-03', end))).toEqual([]);
    }
    const story = ofSession()
      .next('03-02', proposed)
      .next('03-03', assign([TRAFFIC, 'lead']));
    expect(clocks(story.hears('04-01', { type: 'closed', on: localDate('2026-04-01') }))).toContain(
      'cancel key_selection',
    );
  });
});
