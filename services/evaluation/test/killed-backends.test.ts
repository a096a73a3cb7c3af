import { accepted } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { BackendKiller, KILLING_TIMEOUT_MS } from '@huiyin/testkit/backend-killer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ballotStories } from './ballot-stories.ts';
import {
  by,
  COUNCIL,
  DESK,
  HEAD,
  LI,
  LIAISON,
  WANG,
  openEvaluation,
  type OpenEvaluation,
} from './open-evaluation.ts';
import { BY_HAND } from './given.ts';
import { BAD, evaluate, list, stories, type Handled } from './stories.ts';

const killer = new BackendKiller();
let evaluation: OpenEvaluation;
const { handedOver, replied, lookBack } = stories(() => evaluation);
const { introduce, opened, casting, vote } = ballotStories(() => evaluation);

beforeAll(async () => {
  evaluation = await openEvaluation(killer);
});
afterAll(async () => {
  await killer.close();
  await evaluation.close();
});

/** Three rounds of 不满意 and what the 主任会议 makes of it: referred, handled again. */
async function dissatisfied(): Promise<void> {
  const { use, hear } = evaluation;
  const handled = await handedOver({ liaisonUntrained: true });
  for (const round of [1, 2, 3]) {
    await lookBack(await replied(handled, { round }), 'look-back-waived');
    accepted(await use.submitEvaluation(evaluate(handled, BAD), by(WANG, '2026-06-01')));
    if (round === 2) await hear('meeting', jointStudy(handled));
  }
  const decision = {
    decision: 'inquiry',
    decisionNumber: '〔2026〕5号',
    explanation: '列入专题询问',
  } as const;
  accepted(await use.decideEscalation({ ...handled, ...decision }, by(COUNCIL, '2026-06-30')));
  accepted(await use.orderRehandling({ ...handled, reason: '按询问意见办' }, by(DESK, '2026-07-01')));
}

function jointStudy({ suggestionId, assignmentId }: Handled) {
  const held = { suggestionId, assignmentId, kind: 'joint-study', heldOn: '2026-06-05', meetingId: newId() };
  return { stream: suggestionId, type: 'meeting-held', payload: held, on: '2026-06-05' };
}

/** A case that closes when its promise is judged, one way or the other. */
async function promised(judge: (promiseId: string) => Promise<unknown>): Promise<void> {
  const reply = await replied(await handedOver(), { resultClass: 'B' });
  await lookBack(reply, 'look-back-waived');
  accepted(await evaluation.use.submitEvaluation(evaluate(reply), by(WANG)));
  accepted(await judge(reply.promiseId));
}

/** The look-back found it short: reported, rejected, reported, accepted. */
async function rectified(): Promise<void> {
  const { use } = evaluation;
  const reply = await replied(await handedOver());
  const opinion = { ...evaluate(reply), satisfaction: 'satisfied' } as const;
  accepted(await use.giveCosignerOpinion(opinion, by(LI)));
  await lookBack(reply, 'look-back-required');
  accepted(await use.submitEvaluation(evaluate(reply), by(WANG)));
  await lookBack(reply, 'look-back-judged', 'unmet');
  const { items } = accepted(await use.listRectifications(list(), by(HEAD)));
  const found = items.find(({ caseId }) => caseId === reply.suggestionId);
  const rectificationId = found?.item.rectificationId ?? '';
  const report = { rectificationId, report: '护栏已装' };
  accepted(await use.submitRectification(report, by(HEAD, '2026-06-20')));
  const half = { rectificationId, explanation: '只装了一半' };
  accepted(await use.rejectRectification(half, by(WANG, '2026-06-25')));
  accepted(await use.submitRectification(report, by(HEAD, '2026-07-01')));
  accepted(await use.acceptRectification({ rectificationId }, by(WANG, '2026-07-02')));
  accepted(await use.getCaseEvaluations(reply, by(WANG)));
}

/** A secret ballot from its opening to its counts. */
async function balloted(): Promise<void> {
  const { use } = evaluation;
  await introduce([WANG, LI]);
  const ballotId = await opened();
  const [wang] = await casting(ballotId, [WANG, LI]);
  if (wang === undefined) throw new Error('nobody checked in');
  expect(await vote(ballotId, wang, 'satisfied')).toBeUndefined();
  accepted(await use.closeBallot({ ballotId }, by(DESK)));
  accepted(await use.listBallots({ limit: 10, cursor: '' }, by(DESK)));
}

it(
  'keeps all or nothing of every use case and reaction, wherever its backend is killed',
  async () => {
    const { use, hear } = evaluation;
    await dissatisfied();
    await promised(async (promiseId) => {
      accepted(await use.reportProgress({ promiseId, progress: '已招标' }, by(LIAISON, '2026-08-01')));
      return use.keepPromise({ promiseId, finding: '信号灯已启用' }, by(WANG, '2026-12-20'));
    });
    await promised((promiseId) =>
      use.breakPromise({ promiseId, explanation: '资金未到位' }, by(DESK, '2027-01-10')),
    );
    await rectified();
    await balloted();
    const lapsing = await replied(await handedOver({ rulePackVersion: BY_HAND.version }));
    const subject = `${lapsing.assignmentId}:${lapsing.suggestionId}`;
    const clock = { clockId: newId(), kind: 'feedback', dueDate: '2026-06-12', round: 1, subject };
    const missed = { suggestionId: lapsing.suggestionId, ...clock };
    await hear('supervision', { stream: lapsing.suggestionId, type: 'clock-missed', payload: missed });
    // Within the days of grace, under a profile that leaves the re-handling to the desk.
    accepted(await use.submitEvaluation(evaluate(lapsing, BAD), by(WANG, '2026-06-15')));
    accepted(await use.waiveRehandling({ ...lapsing, reason: '已在规划中' }, by(DESK, '2026-06-16')));
    accepted(await use.listPromises({ ...list(), dueUntil: '' }, by(DESK)));
    accepted(await use.listEvaluations({ ...list(), dissatisfied: false }, by(DESK)));
    expect(killer.spared).toEqual([]);
    expect(await killer.forgottenTransactions()).toBe(0);
  },
  KILLING_TIMEOUT_MS,
);
