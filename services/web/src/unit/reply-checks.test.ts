import { describe, expect, it } from 'vitest';
import type { Schemas } from '../api/client.ts';
import { replyChecks } from './reply-checks.ts';
import { draftInput, savedReply, type ReplyText } from './reply-text.ts';

type AssignmentFile = Schemas['AssignmentFile'];

const FILE: AssignmentFile = {
  assignment: {
    ...{ assignmentId: 'a1', suggestionId: 'c1', unitId: 'u1', role: 'lead', status: 'in-handling' },
    ...{ assignedOn: '2026-01-08', clockStartOn: '2026-01-08', round: 1, number: '1', title: '加装电梯' },
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
};
const opinion = (status: string) => ({
  ...{ opinionId: 'o1', assignmentId: 'a2', unitId: 'u2', opinion: '同意', attempt: 1, status },
  givenOn: '2026-02-01',
});
const COMPLETE: ReplyText = {
  ...savedReply(FILE).text,
  opening: '收悉',
  resultClass: 'B',
  answers: ['三月底前公示每台电梯的责任单位和电话', '列入计划，九月底前在五个小区试点'],
  promises: [{ text: '五个小区试点', dueOn: '2026-09-30' }],
};

function missing(text: ReplyText, file: AssignmentFile = FILE): string[] {
  return replyChecks({ text, file, today: '2026-03-17', unitName: () => '财政局' })
    .filter(({ level }) => level === 'must')
    .map(({ text: words }) => words);
}

describe('the checks of a reply', () => {
  it('let a complete reply of class B through', () => {
    expect(missing(COMPLETE)).toEqual([]);
  });

  it('name each demand that has no answer', () => {
    expect(missing({ ...COMPLETE, answers: ['', '  '] })).toEqual(['诉求 1 还没有回应', '诉求 2 还没有回应']);
  });

  it('ask of each class exactly its own evidence', () => {
    const of = (resultClass: ReplyText['resultClass']) => missing({ ...COMPLETE, resultClass, promises: [] });
    expect(of('')).toEqual(['还没有定办理结果类别']);
    expect(of('A')).toEqual(['A 类要写明办结日期', 'A 类要附证明材料']);
    expect(of('B')).toEqual(['B 类要有承诺和时限']);
    expect(of('C')).toEqual(['C 类要写明受限条件', 'C 类要写明谁向代表解释']);
    expect(of('D')).toEqual(['D 类要写明法律法规或政策依据']);
  });

  it('want promises that can be kept and checked', () => {
    const promises = [
      { text: '', dueOn: '2026-09-30' },
      { text: '试点', dueOn: '' },
      { text: '试点', dueOn: '2026-03-16' },
    ];
    expect(missing({ ...COMPLETE, promises })).toEqual([
      '承诺 1 没有写内容',
      '承诺 2 没有写到期日',
      '承诺 3 的到期日早于今天',
    ]);
  });

  it('pass no co-opinion over in silence', () => {
    expect(missing(COMPLETE, { ...FILE, coOpinions: [opinion('given')] })).toEqual([
      '财政局的协办意见还没有采纳或退回',
    ]);
    const accepted = { ...FILE, coOpinions: [opinion('accepted')] };
    expect(missing(COMPLETE, accepted)).toEqual(['没有载明财政局的意见']);
    expect(missing({ ...COMPLETE, statements: { o1: '财政局同意' } }, accepted)).toEqual([]);
  });

  it('stand at the first gate that is not open', () => {
    const at = (nextGate: string) => ({ ...FILE, assignment: { ...FILE.assignment, nextGate } });
    expect(missing(COMPLETE, at('plan'))).toEqual([
      '办理方案还没有报，或“五个一”不齐',
      '本轮还没有和代表沟通的记录',
    ]);
    expect(missing(COMPLETE, at('contact'))).toEqual(['本轮还没有和代表沟通的记录']);
  });

  it('say empty words and hold them against nobody', () => {
    const text = {
      ...COMPLETE,
      answers: ['我们高度重视，下半年组织专家进一步研究这件事情', '已列入计划，九月底前在五个小区试点'],
    };
    const said = replyChecks({ text, file: FILE, today: '2026-03-17', unitName: () => '' });
    expect(said.filter(({ level }) => level === 'should').map(({ place }) => place)).toEqual([
      'answer-1',
      'answer-1',
    ]);
    expect(missing(text)).toEqual([]);
  });
});

describe('what is sent to the server', () => {
  it('numbers the answers by demand and leaves what is not yet a promise or a statement in the browser', () => {
    const text: ReplyText = {
      ...COMPLETE,
      promises: [{ text: '试点', dueOn: '' }, ...COMPLETE.promises],
      statements: { o1: ' ', o2: '财政局同意' },
    };
    const sent = draftInput(text, FILE);
    expect(sent.sections?.map(({ demandNumber }) => demandNumber)).toEqual([1, 2]);
    expect(sent.promises).toEqual([{ text: '五个小区试点', dueOn: '2026-09-30' }]);
    expect(sent.coOpinions).toEqual([{ opinionId: 'o2', statement: '财政局同意' }]);
  });

  it('answers as a whole where the suggestion lists no demands', () => {
    const file = { ...FILE, demands: [] };
    expect(draftInput(savedReply(file).text, file).sections).toEqual([{ demandNumber: 0, answer: '' }]);
  });
});
