import { describe, expect, it } from 'vitest';
import type { Schemas } from '../api/client.ts';
import { placedChecks } from './reply-checks.ts';
import { draftInput, savedReply, type ReplyText } from './reply-text.ts';

type AssignmentFile = Schemas['AssignmentFile'];

const FILE: AssignmentFile = {
  assignment: {
    ...{ assignmentId: 'a1', suggestionId: 'c1', unitId: 'u1', role: 'lead', status: 'in-handling' },
    ...{ assignedOn: '2026-01-08', clockStartOn: '2026-01-08', round: 1, title: '加装电梯' },
    ...{ number: '990101-19-5-0001', displayNumber: '第1号' },
    ...{ handlingType: 'general', isKey: false, liaisonUntrained: false, replyDueOn: '2026-04-08' },
    ...{ decidingOffice: 'government-office', extensionId: '', extension: 'none', nextGate: 'none' },
    returnRequest: null,
  },
  version: 9,
  plans: [],
  contacts: [],
  coOpinions: [],
  replies: [],
  owed: [],
  demands: ['明确责任单位', '建立资金池'],
  difficulty: '',
  dualConfirmedOn: '2026-01-15',
  onSite: 'not-required',
  coOpinionDraft: null,
  awaitedCoOpinions: [],
};
const opinion = (status: string) => ({
  ...{ opinionId: 'o1', assignmentId: 'a2', unitId: 'u2', attempt: 1, status },
  ...{ facts: '', opinion: '同意', commitments: [], resultClass: '' },
  givenOn: '2026-02-01',
  signedBy: 'p1',
});
const COMPLETE: ReplyText = {
  ...savedReply(FILE).text,
  opening: '收悉',
  resultClass: 'B',
  answers: ['三月底前公示每台电梯的责任单位和电话', '列入计划，九月底前在五个小区试点'],
  promises: [{ text: '五个小区试点', dueOn: '2026-09-30' }],
};

const check = (given: Partial<Schemas['ReplyCheck']>): Schemas['ReplyCheck'] => ({
  ...{ subject: 'gate', state: 'must', code: '', words: '未过', demandNumber: 0, section: -1 },
  ...{ opinionId: '', unitId: '', passage: '', ...given },
});

function placeOf(given: Partial<Schemas['ReplyCheck']>, text: Partial<ReplyText> = {}): string | undefined {
  const file = { ...FILE, coOpinions: [opinion('accepted')] };
  const written = { text: { ...COMPLETE, ...text }, file, unitName: () => '财政局' };
  return placedChecks([check(given)], written)[0]?.place;
}

describe('the checks of a reply', () => {
  it('lead to the field that they mean', () => {
    expect(placeOf({ subject: 'gate' })).toBe('');
    expect(placeOf({ subject: 'class' })).toBe('result-class');
    expect(placeOf({ subject: 'demand', demandNumber: 2 })).toBe('answer-2');
    expect(placeOf({ subject: 'wording', section: 0, demandNumber: 1 })).toBe('answer-1');
    expect(placeOf({ subject: 'wording' })).toBe('opening');
    expect(placeOf({ subject: 'co-opinion', code: 'co-opinion-not-judged', opinionId: 'o1' })).toBe('');
    expect(placeOf({ subject: 'co-opinion', opinionId: 'o1' })).toBe('opinion-o1');
    expect(placeOf({ subject: 'co-opinion', code: 'co-opinion-awaited', unitId: 'u2' })).toBe('');
    expect(placeOf({ subject: 'co-opinion', unitId: 'u2' })).toBe('missing-u2');
  });

  it('lead to the first empty field of what a class rests on', () => {
    const of = (code: string, text: Partial<ReplyText> = {}) => placeOf({ subject: 'evidence', code }, text);
    const evidence = { ...COMPLETE.evidence, completedOn: '2026-03-01', lackingCondition: '资金' };
    expect(of('class-a-evidence-missing')).toBe('completed-on');
    expect(of('class-a-evidence-missing', { evidence })).toBe('attachments');
    expect(of('class-b-promise-missing', { promises: [] })).toBe('add-promise');
    expect(of('class-b-promise-missing')).toBe('promise-0');
    expect(of('class-c-condition-missing')).toBe('lacking-condition');
    expect(of('class-c-condition-missing', { evidence })).toBe('explained-by');
    expect(of('class-d-legal-basis-missing')).toBe('legal-basis');
  });

  it('name the unit whose opinion they mean, and leave out what says nothing', () => {
    const written = {
      text: COMPLETE,
      file: { ...FILE, coOpinions: [opinion('accepted')] },
      unitName: () => '财政局',
    };
    const given = [check({ subject: 'co-opinion', unitId: 'u2' }), check({ state: 'done', words: '' })];
    expect(placedChecks(given, written).map(({ text }) => text)).toEqual(['财政局：未过']);
  });
});

describe('what is sent to the server', () => {
  it('numbers the answers by demand and leaves what is not yet a promise or a statement in the browser', () => {
    const text: ReplyText = {
      ...COMPLETE,
      promises: [{ text: '试点', dueOn: '' }, ...COMPLETE.promises],
      statements: { o1: ' ', o2: '财政局同意' },
      missing: { u2: ' ', u3: '两次催办未答复' },
    };
    const sent = draftInput(text, FILE);
    expect(sent.sections?.map(({ demandNumber }) => demandNumber)).toEqual([1, 2]);
    expect(sent.promises).toEqual([{ text: '五个小区试点', dueOn: '2026-09-30' }]);
    expect(sent.missingCoOpinions).toEqual([{ unitId: 'u3', reason: '两次催办未答复' }]);
    expect(sent.coOpinions).toEqual([{ opinionId: 'o2', statement: '财政局同意' }]);
  });

  it('answers as a whole where the suggestion lists no demands', () => {
    const file = { ...FILE, demands: [] };
    expect(draftInput(savedReply(file).text, file).sections).toEqual([{ demandNumber: 0, answer: '' }]);
  });
});
