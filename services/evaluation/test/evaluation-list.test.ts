import { accepted } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ListEvaluationsRequest } from '../src/app/list-evaluations.ts';
import {
  by,
  CO_LIAISON,
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
import { BAD, evaluate, list, stories, type Replied } from './stories.ts';

let evaluation: OpenEvaluation;
const { handedOver, replied } = stories(() => evaluation);
let waiting: Replied;
let content: Replied;
let discontent: Replied;

beforeAll(async () => {
  evaluation = await openEvaluation();
  [waiting, content, discontent] = [
    await replied(await handedOver()),
    await replied(await handedOver()),
    await replied(await handedOver()),
  ];
  accepted(await evaluation.use.submitEvaluation(evaluate(content), by(WANG)));
  accepted(await evaluation.use.submitEvaluation(evaluate(discontent, BAD), by(WANG)));
});
afterAll(() => evaluation.close());

/** The cases of the evaluations that somebody finds. */
async function found(actor: typeof WANG, filter: Partial<ListEvaluationsRequest> = {}): Promise<string[]> {
  const request = { ...list(), dissatisfied: false, ...filter };
  const { evaluations } = await evaluation.use.listEvaluations(request, by(actor));
  return evaluations.map(({ file }) => file.caseId).toSorted();
}

const casesOf = (...replies: readonly Replied[]): string[] =>
  replies.map(({ suggestionId }) => suggestionId).toSorted();

it('shows the offices and the deputies of a case everything, its unit what was submitted, others nothing', async () => {
  for (const actor of [DESK, COUNCIL, WANG, LI]) {
    expect(await found(actor)).toEqual(casesOf(waiting, content, discontent));
  }
  for (const actor of [LIAISON, HEAD]) expect(await found(actor)).toEqual(casesOf(content, discontent));
  for (const actor of [CO_LIAISON, OTHER_LIAISON, STRANGER]) expect(await found(actor)).toEqual([]);
});

it('is narrowed by status, by 不满意 and by unit', async () => {
  expect(await found(DESK, { status: 'awaited' })).toEqual(casesOf(waiting));
  expect(await found(DESK, { status: 'submitted' })).toEqual(casesOf(content, discontent));
  expect(await found(DESK, { dissatisfied: true })).toEqual(casesOf(discontent));
  expect(await found(DESK, { unitId: 'unit-water' })).toEqual([]);
});

it('says which case it is, and where the judged share stands now', async () => {
  const request = { ...list(), dissatisfied: true };
  const { evaluations } = await evaluation.use.listEvaluations(request, by(DESK));
  expect(evaluations).toMatchObject([
    {
      file: { number: '2026-001', title: '路口信号灯' },
      share: { unitId: 'unit-transport', course: { round: 2 } },
      evaluation: { round: 1, form: { result: 'dissatisfied' } },
    },
  ]);
});

it('comes in pages, each evaluation once', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const request = { ...list(), dissatisfied: false, limit: 1, cursor };
    const page = await evaluation.use.listEvaluations(request, by(DESK));
    seen.push(...page.evaluations.map(({ file }) => file.caseId));
    cursor = page.nextCursor;
  } while (cursor !== '');
  expect(seen.toSorted()).toEqual(casesOf(waiting, content, discontent));
});
