import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assigned,
  Case,
  clock,
  clocks,
  contact,
  issue,
  LEAD,
  readyToReply,
  replied,
  SIGNED,
  types,
  under,
} from '../../test/given.ts';
import type { Circumstances } from './clock-fact.ts';
import { decideDifficulty, decideDifficultyResolved } from './difficulty.ts';
import { decideExtension, decideExtensionRequest, replyDueOn } from './extension.ts';
import type { SuggestionCase } from './suggestion-case.ts';
import { decideReturn, decideReturnRequest } from './return-assignment.ts';

const ask =
  (grounds = '涉及三个部门') =>
  (state: SuggestionCase, on: Circumstances) =>
    decideExtensionRequest(state, { assignmentId: LEAD, extensionId: 'e-1', grounds }, on);
const decide =
  (grant: boolean, reason = '情况属实') =>
  (state: SuggestionCase, on: Circumstances) =>
    decideExtension(state, { extensionId: 'e-1', grant, reason }, on);

const inHand = (): Case => assigned().next('03-03', acknowledge()).next('03-10', contact());

/** Assigned on 2026-03-02, the reply is due on Tuesday 06-02; five workdays before it is 05-26. */
describe('an extension', () => {
  it('needs a contact with the deputy and grounds', () => {
    expect(assigned().next('03-03', acknowledge()).refuses('03-10', ask())).toBe('extension-needs-contact');
    expect(inHand().refuses('03-10', ask(''))).toBe('extension-grounds-missing');
  });

  it('is asked for at least five workdays before the reply is due', () => {
    expect(types(inHand().does('05-26', ask()))).toEqual(['extension-requested']);
    expect(inHand().refuses('05-27', ask())).toBe('extension-too-late');
  });

  it('is asked for once, whatever the answer', () => {
    const story = inHand().next('04-01', ask());
    expect(story.refuses('04-01', ask())).toBe('extension-already-asked');
    story.next('04-02', decide(false));
    expect(story.refuses('04-03', ask())).toBe('extension-already-asked');
    expect(story.refuses('04-03', decide(true))).toBe('extension-not-requested');
  });

  it('granted lengthens the same clock to six months from 交办', () => {
    const story = inHand().next('04-01', ask());
    const facts = story.does('04-02', decide(true));
    expect(clocks(facts)).toEqual(['meet extension_decision', 'extend reply']);
    expect(clock(facts, 'reply')).toMatchObject({ startDate: '2026-03-02', term: { n: 6, unit: 'month' } });
    expect(replyDueOn(story.state, story.share(), under('04-02'))).toBe('2026-09-02');
  });

  it('is decided with a reason, granted or not', () => {
    const story = inHand().next('04-01', ask());
    expect(story.refuses('04-02', decide(true, ' '))).toBe('decision-reason-missing');
    expect(story.refuses('04-02', decide(false, ''))).toBe('decision-reason-missing');
    expect(types(story.does('04-02', decide(false)))).toEqual(['extension-refused']);
  });

  it('falls away with a share that is handed back', () => {
    const story = assigned().next('03-03', acknowledge()).next('03-04', contact());
    story.next('03-04', ask());
    const request = { assignmentId: LEAD, newId: 'r-1', grounds: '不属职责', legalBasis: '三定规定' };
    story.next('03-05', (state, on) => decideReturnRequest(state, { ...request, ...SIGNED }, on));
    const granted = { returnRequestId: 'r-1', grant: true, reason: '按职责分工' };
    story.next('03-06', (state, on) => decideReturn(state, granted, on));
    expect(story.refuses('03-06', decide(true))).toBe('extension-not-requested');
  });

  it('is not for re-handling, and falls away with the reply', () => {
    const story = replied();
    story.hears('05-06', { type: 'round-ordered', assignmentId: LEAD, round: 2, clocks: [] });
    expect(story.refuses('05-07', ask())).toBe('extension-first-round-only');
    const pending = readyToReply().next('04-01', ask());
    expect(clocks(pending.does('04-10', issue()))).toEqual(['cancel extension_decision']);
    expect(pending.refuses('04-11', decide(true))).toBe('extension-not-requested');
  });
});

describe('a difficulty', () => {
  it('is open until it is resolved', () => {
    const story = inHand();
    const report = (state: SuggestionCase) =>
      decideDifficulty(state, { assignmentId: LEAD, severity: 'red', description: '资金缺口80万元' });
    const resolve = (state: SuggestionCase) =>
      decideDifficultyResolved(state, { assignmentId: LEAD, how: '财政追加预算' });
    expect(story.refuses('04-01', resolve)).toBe('difficulty-not-open');
    const unsaid = { assignmentId: LEAD, severity: 'red', description: ' ' } as const;
    expect(story.refuses('04-01', (state) => decideDifficulty(state, unsaid))).toBe(
      'difficulty-words-missing',
    );
    story.next('04-01', report);
    expect(story.refuses('04-01', report)).toBe('difficulty-open');
    const unexplained = { assignmentId: LEAD, how: ' ' };
    expect(story.refuses('04-02', (state) => decideDifficultyResolved(state, unexplained))).toBe(
      'difficulty-words-missing',
    );
    expect(story.does('04-02', resolve)).toMatchObject([{ payload: { resolved: true, severity: 'red' } }]);
  });
});
