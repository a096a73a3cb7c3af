import { newId } from '@huiyin/kernel/ids';
import { rows } from '@huiyin/postgres/query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmitEvaluationRequest } from '../src/app/submit-evaluation.ts';
import { form } from './given.ts';
import {
  accepted,
  by,
  CO_LIAISON,
  codeOf,
  COUNCIL,
  DESK,
  HEAD,
  LI,
  LIAISON,
  openEvaluation,
  OTHER_LIAISON,
  STRANGER,
  WANG,
  type OpenEvaluation,
} from './open-evaluation.ts';

let evaluation: OpenEvaluation;

beforeAll(async () => {
  evaluation = await openEvaluation();
});
afterAll(() => evaluation.close());

interface Handled {
  readonly suggestionId: string;
  readonly assignmentId: string;
}

const owedOf = (suggestionId: string) => [
  { deputyId: 'wang', suggestionId, isLead: true },
  { deputyId: 'li', suggestionId, isLead: false },
];

async function handedOver(more: { liaisonUntrained?: boolean } = {}): Promise<Handled> {
  const suggestionId = newId();
  const assignmentId = newId();
  const made = {
    ...{
      suggestionId,
      assignmentId,
      unitId: 'unit-transport',
      role: 'lead',
      decidingOffice: 'government-office',
    },
    ...{ assignedOn: '2026-03-02', owed: owedOf(suggestionId), ...more },
  };
  const co = { ...made, assignmentId: newId(), unitId: 'unit-police', role: 'co', liaisonUntrained: false };
  for (const payload of [made, co]) {
    await evaluation.hear('assignment', { stream: suggestionId, type: 'assignment-made', payload });
  }
  return { suggestionId, assignmentId };
}

interface Replied extends Handled {
  readonly replyId: string;
  readonly promiseId: string;
}

/** The unit replied and both deputies have the reply. */
async function replied(
  handled: Handled,
  more: { round?: number; resultClass?: string } = {},
): Promise<Replied> {
  const { suggestionId, assignmentId } = handled;
  const { round = 1, resultClass = 'A' } = more;
  const replyId = newId();
  const promiseId = newId();
  const promises = resultClass === 'B' ? [{ promiseId, text: '年底前装好信号灯', dueOn: '2026-12-31' }] : [];
  const issued = {
    ...{ suggestionId, assignmentId, replyId, unitId: 'unit-transport', round, resultClass, promises },
    ...{ owed: owedOf(suggestionId), issuedOn: '2026-05-20' },
  };
  await evaluation.hear('assignment', {
    stream: suggestionId,
    type: 'reply-issued',
    payload: issued,
    on: '2026-05-20',
  });
  for (const deputy of owedOf(suggestionId)) {
    const clock = {
      op: 'CLOCK_OP_START',
      kind: 'feedback',
      subject: `${assignmentId}:${suggestionId}`,
      round,
    };
    const payload = {
      ...{ suggestionId, assignmentId, replyId, round, deputy, deliveredOn: '2026-05-22', method: 'letter' },
      clocks: deputy.isLead ? [clock] : [],
    };
    await evaluation.hear('assignment', {
      stream: suggestionId,
      type: 'reply-delivered',
      payload,
      on: '2026-05-22',
    });
  }
  return { ...handled, replyId, promiseId };
}

async function lookBack(
  reply: Replied,
  type: 'look-back-waived' | 'look-back-required' | 'look-back-judged',
  verdict = '',
) {
  const { suggestionId, assignmentId, replyId } = reply;
  const payload =
    verdict === ''
      ? { suggestionId, assignmentId, replyId }
      : { suggestionId, assignmentId, replyId, verdict, gaps: ['护栏未装'] };
  await evaluation.hear('meeting', { stream: suggestionId, type, payload, on: '2026-06-10' });
}

const evaluate = (handled: Handled, more: Parameters<typeof form>[0] = {}): SubmitEvaluationRequest => ({
  ...{ suggestionId: handled.suggestionId, assignmentId: handled.assignmentId, round: 0 },
  ...{ signedSuggestionId: handled.suggestionId, form: form(more) },
});
const BAD = { result: 'dissatisfied', reasons: '信号灯没有装' } as const;

describe('the road from reply to closing', () => {
  it('closes with the evaluation and the waived look-back, and starts the archive clock', async () => {
    const reply = await replied(await handedOver());
    await lookBack(reply, 'look-back-waived');
    accepted(
      await evaluation.use.submitEvaluation(evaluate(reply, { seenOnSite: true }), by(WANG, '2026-06-01')),
    );
    const events = await evaluation.events(reply.suggestionId);
    expect(events.map(({ type }) => type)).toEqual(['suggestion-evaluated', 'suggestion-closed']);
    expect(events[0]?.payload).toMatchObject({
      ...{ deputyId: 'wang', unitId: 'unit-transport', round: 1, attitude: 'satisfied', resultClass: 'A' },
      clocks: [
        { op: 'CLOCK_OP_MEET', kind: 'feedback', subject: `${reply.assignmentId}:${reply.suggestionId}` },
      ],
    });
    expect(events[1]?.payload).toMatchObject({
      ...{ outcome: 'closed', resultClass: 'A', closedOn: '2026-06-01' },
      shares: [{ assignmentId: reply.assignmentId, worstSatisfaction: 'satisfied' }],
      clocks: [
        { op: 'CLOCK_OP_START', kind: 'archive', startDate: '2026-06-01', term: { n: 30, unit: 'day' } },
      ],
    });
  });

  it('counts an unseen class A', async () => {
    const reply = await replied(await handedOver());
    await lookBack(reply, 'look-back-waived');
    accepted(await evaluation.use.submitEvaluation(evaluate(reply), by(WANG)));
    expect((await evaluation.events(reply.suggestionId)).at(-1)?.payload).toMatchObject({ aUnseen: true });
  });

  it('takes a 不满意 into round 2, to the joint study, to the 主任会议, and out', async () => {
    const handled = await handedOver();
    const { suggestionId, assignmentId } = handled;
    const rate = async (round: number): Promise<void> => {
      const reply = await replied(handled, { round });
      await lookBack(reply, 'look-back-waived');
      accepted(await evaluation.use.submitEvaluation(evaluate(handled, BAD), by(WANG, '2026-06-01')));
    };
    await rate(1);
    const [, ordered] = await evaluation.events(suggestionId);
    expect(ordered).toMatchObject({
      type: 'rehandling-ordered',
      payload: {
        round: 2,
        clocks: [{ op: 'CLOCK_OP_START', kind: 'rehandle_reply', subject: assignmentId, round: 2 }],
      },
    });
    await rate(2);
    const study = {
      suggestionId,
      assignmentId,
      kind: 'joint-study',
      heldOn: '2026-06-05',
      meetingId: newId(),
    };
    await evaluation.hear('meeting', {
      stream: suggestionId,
      type: 'meeting-held',
      payload: study,
      on: '2026-06-05',
    });
    await rate(3);
    const decision = {
      suggestionId,
      assignmentId,
      decision: 'close-unsatisfied',
      decisionNumber: '〔2026〕5号',
    } as const;
    const decide = { ...decision, explanation: '已向代表当面解释' };
    expect(codeOf(await evaluation.use.decideEscalation(decide, by(DESK)))).toBe('not-permitted');
    accepted(await evaluation.use.decideEscalation(decide, by(COUNCIL, '2026-06-30')));
    expect(await evaluation.types(suggestionId)).toEqual([
      ...['suggestion-evaluated', 'rehandling-ordered'],
      ...['suggestion-evaluated', 'suggestion-escalated', 'rehandling-ordered'],
      ...['suggestion-evaluated', 'suggestion-escalated', 'escalation-decided', 'suggestion-closed'],
    ]);
    expect((await evaluation.events(suggestionId)).at(-1)?.payload).toMatchObject({
      outcome: 'closed-unsatisfied',
    });
  });

  it('keeps class B in follow-up until the promise is judged, never by the unit', async () => {
    const reply = await replied(await handedOver(), { resultClass: 'B' });
    const { suggestionId, promiseId } = reply;
    await lookBack(reply, 'look-back-waived');
    accepted(await evaluation.use.submitEvaluation(evaluate(reply), by(WANG)));
    expect(await evaluation.types(suggestionId)).toEqual([
      'promise-opened',
      'suggestion-evaluated',
      'follow-up-begun',
    ]);
    accepted(
      await evaluation.use.reportProgress({ promiseId, progress: '已招标' }, by(LIAISON, '2026-08-01')),
    );
    expect(codeOf(await evaluation.use.keepPromise({ promiseId, finding: '已装' }, by(LIAISON)))).toBe(
      'not-permitted',
    );
    expect(codeOf(await evaluation.use.keepPromise({ promiseId, finding: '已装' }, by(OTHER_LIAISON)))).toBe(
      'case-unknown',
    );
    accepted(
      await evaluation.use.keepPromise({ promiseId, finding: '信号灯已启用' }, by(WANG, '2026-12-20')),
    );
    expect((await evaluation.types(suggestionId)).slice(-2)).toEqual(['promise-kept', 'suggestion-closed']);
  });

  it('rectifies what the look-back found short, again until met', async () => {
    const reply = await replied(await handedOver());
    await lookBack(reply, 'look-back-required');
    accepted(await evaluation.use.submitEvaluation(evaluate(reply), by(WANG)));
    await lookBack(reply, 'look-back-judged', 'unmet');
    const [found] = (await evaluation.use.listRectifications(list(), by(HEAD))).items.filter(
      ({ caseId }) => caseId === reply.suggestionId,
    );
    const rectificationId = found?.item.rectificationId ?? '';
    const report = { rectificationId, report: '护栏已装' };
    expect(codeOf(await evaluation.use.submitRectification(report, by(LIAISON)))).toBe('not-permitted');
    accepted(await evaluation.use.submitRectification(report, by(HEAD, '2026-06-20')));
    const desk = by(DESK, '2026-06-25');
    expect(codeOf(await evaluation.use.acceptRectification({ rectificationId }, desk))).toBe(
      'deputy-still-judges',
    );
    const half = { rectificationId, explanation: '只装了一半' };
    accepted(await evaluation.use.rejectRectification(half, by(WANG, '2026-06-25')));
    accepted(await evaluation.use.submitRectification(report, by(HEAD, '2026-07-01')));
    accepted(await evaluation.use.acceptRectification({ rectificationId }, by(DESK, '2026-07-20')));
    expect((await evaluation.types(reply.suggestionId)).slice(-2)).toEqual([
      'rectification-accepted',
      'suggestion-closed',
    ]);
  });

  it('records 逾期未反馈 when supervision tells that both terms passed', async () => {
    const reply = await replied(await handedOver());
    const { suggestionId, assignmentId } = reply;
    await lookBack(reply, 'look-back-waived');
    for (const [kind, dueDate] of [
      ['feedback', '2026-06-12'],
      ['feedback_lapse_extra', '2026-06-22'],
    ] as const) {
      const clockId = newId();
      const started = { suggestionId, clockId, kind, subject: `${assignmentId}:${suggestionId}`, round: 1 };
      await evaluation.hear('supervision', { stream: suggestionId, type: 'clock-started', payload: started });
      const missed = { suggestionId, clockId, kind, dueDate };
      await evaluation.hear('supervision', {
        stream: suggestionId,
        type: 'clock-missed',
        payload: missed,
        on: '2026-06-23',
      });
    }
    expect(await evaluation.types(suggestionId)).toEqual([
      'feedback-overdue',
      'suggestion-lapsed',
      'suggestion-closed',
    ]);
    expect(codeOf(await evaluation.use.submitEvaluation(evaluate(reply), by(WANG)))).toBe(
      'evaluation-lapsed',
    );
  });
});

const list = () => ({ status: '', unitId: '', limit: 200, cursor: '' });

describe('who may evaluate, and who may see it', () => {
  it('is the lead deputy alone: no unit, no desk, no other deputy', async () => {
    const reply = await replied(await handedOver());
    for (const actor of [LIAISON, HEAD, CO_LIAISON, DESK, COUNCIL, LI]) {
      expect(codeOf(await evaluation.use.submitEvaluation(evaluate(reply), by(actor)))).toBe('not-permitted');
    }
    for (const actor of [STRANGER, OTHER_LIAISON]) {
      expect(codeOf(await evaluation.use.submitEvaluation(evaluate(reply), by(actor)))).toBe('case-unknown');
    }
    expect(await evaluation.types(reply.suggestionId)).toEqual([]);
  });

  it('is seen by the unit only once submitted, and by no event or list before', async () => {
    const reply = await replied(await handedOver());
    const { suggestionId, assignmentId } = reply;
    await lookBack(reply, 'look-back-required');
    const seenBy = async (actor: typeof WANG) =>
      accepted(await evaluation.use.getCaseEvaluations({ suggestionId }, by(actor))).evaluations;
    const opinion = {
      suggestionId,
      assignmentId,
      signedSuggestionId: suggestionId,
      round: 0,
      satisfaction: 'dissatisfied',
    } as const;
    accepted(await evaluation.use.giveCosignerOpinion(opinion, by(LI)));
    expect(await seenBy(LIAISON)).toEqual([]);
    expect(await seenBy(DESK)).toMatchObject([{ status: 'awaited', cosignerOpinions: [] }]);
    expect(await seenBy(WANG)).toMatchObject([
      { cosignerOpinions: [{ deputyId: 'li', satisfaction: 'dissatisfied' }] },
    ]);
    expect(JSON.stringify(await evaluation.events(suggestionId))).not.toContain('dissatisfied');
    accepted(await evaluation.use.submitEvaluation(evaluate(reply), by(WANG)));
    expect(await seenBy(LIAISON)).toMatchObject([{ status: 'submitted', form: { attitude: 'satisfied' } }]);
    expect(await seenBy(CO_LIAISON)).toEqual([]);
  });

  it('knows nothing of another district', async () => {
    const reply = await replied(await handedOver(), { resultClass: 'B' });
    const elsewhere = by(DESK, '2026-06-01', { tenant: 'xiling' });
    expect(codeOf(await evaluation.use.getCaseEvaluations(reply, elsewhere))).toBe('case-unknown');
    const broken = { promiseId: reply.promiseId, explanation: '原因' };
    expect(codeOf(await evaluation.use.breakPromise(broken, elsewhere))).toBe('promise-unknown');
    expect((await evaluation.use.listPromises({ ...list(), dueUntil: '' }, elsewhere)).items).toEqual([]);
  });

  it('waits for the reply’s delivery, asking assignment for it', async () => {
    const handled = await handedOver();
    expect(await evaluation.use.submitEvaluation(evaluate(handled), by(WANG))).toMatchObject({
      ...{ kind: 'not-yet-known', code: 'fact-not-yet-known' },
      detail: { owner: 'assignment', stream: handled.suggestionId },
    });
  });
});

describe('the ledger and the score', () => {
  it('lists promises by day, each reader his own, in pages', async () => {
    const mine = await Promise.all(
      [1, 2, 3].map(async () => replied(await handedOver(), { resultClass: 'B' })),
    );
    const everything = { ...list(), status: 'open', dueUntil: '2026-12-31' };
    const ids = mine.map(({ promiseId }) => promiseId);
    const all = await evaluation.use.listPromises(everything, by(DESK));
    expect(all.items.map(({ item }) => item.promiseId)).toEqual(expect.arrayContaining(ids));
    const page = await evaluation.use.listPromises({ ...everything, limit: 1 }, by(LIAISON));
    expect(page.items).toHaveLength(1);
    const rest = await evaluation.use.listPromises({ ...everything, cursor: page.nextCursor }, by(LIAISON));
    expect(rest.items.map(({ item }) => item.promiseId)).not.toContain(page.items[0]?.item.promiseId);
    expect(rest.items).toHaveLength(all.items.length - 1);
    for (const actor of [OTHER_LIAISON, STRANGER]) {
      expect((await evaluation.use.listPromises(everything, by(actor))).items).toEqual([]);
    }
    expect(
      (await evaluation.use.listPromises({ ...everything, dueUntil: '2026-12-30' }, by(DESK))).items,
    ).toEqual([]);
  });

  it('keeps the untrained liaison with its source', async () => {
    const { suggestionId } = await handedOver({ liaisonUntrained: true });
    const kept = await evaluation.database.uow.read('donghu', (tx) =>
      rows(tx, 'select fact, unit_id from score_fact where case_id = $1', [suggestionId]),
    );
    expect(kept).toEqual([{ fact: 'liaison-untrained', unit_id: 'unit-transport' }]);
    expect(await evaluation.types(suggestionId)).toEqual(['score-fact-kept']);
  });

  it('takes facts in any order between services', async () => {
    const suggestionId = newId();
    const reply = { suggestionId, assignmentId: newId(), replyId: newId(), promiseId: '' };
    await lookBack(reply, 'look-back-required');
    await lookBack(reply, 'look-back-judged', 'unmet');
    expect(await evaluation.types(suggestionId)).toEqual([]);
    const made = {
      ...{ suggestionId, assignmentId: reply.assignmentId, unitId: 'unit-transport', role: 'lead' },
      ...{ decidingOffice: 'congress-desk', owed: owedOf(suggestionId), assignedOn: '2026-03-02' },
    };
    await evaluation.hear('assignment', { stream: suggestionId, type: 'assignment-made', payload: made });
    expect(await evaluation.types(suggestionId)).toEqual(['rectification-ordered', 'follow-up-begun']);
  });

  it('answers the same key once, however often it is sent', async () => {
    const reply = await replied(await handedOver());
    const ctx = by(WANG);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => evaluation.use.submitEvaluation(evaluate(reply), ctx)),
    );
    expect(new Set(answers.map((answer) => accepted(answer).id)).size).toBe(1);
    expect(
      (await evaluation.types(reply.suggestionId)).filter((type) => type === 'suggestion-evaluated'),
    ).toHaveLength(1);
  });
});
