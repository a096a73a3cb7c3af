import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  by,
  COUNCIL,
  DESK,
  HEAD,
  LIAISON,
  OTHER_LIAISON,
  WANG,
  openEvaluation,
  type OpenEvaluation,
} from './open-evaluation.ts';
import { BAD, evaluate, list, stories } from './stories.ts';

let evaluation: OpenEvaluation;
const { handedOver, replied, lookBack } = stories(() => evaluation);

beforeAll(async () => {
  evaluation = await openEvaluation();
});
afterAll(() => evaluation.close());

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
        clocks: [
          { op: 'CLOCK_OP_START', kind: 'rehandle_reply', subject: assignmentId, round: 2 },
          { op: 'CLOCK_OP_CANCEL', kind: 'reply', subject: assignmentId, round: 1 },
        ],
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
      const missed = {
        ...{ suggestionId, clockId: newId(), kind, dueDate, round: 1 },
        subject: `${assignmentId}:${suggestionId}`,
      };
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
