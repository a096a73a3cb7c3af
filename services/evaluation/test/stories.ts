import { newId } from '@huiyin/kernel/ids';
import type { SubmitEvaluationRequest } from '../src/app/submit-evaluation.ts';
import { form } from './given.ts';
import type { OpenEvaluation } from './open-evaluation.ts';

export interface Handled {
  readonly suggestionId: string;
  readonly assignmentId: string;
}

export interface Replied extends Handled {
  readonly replyId: string;
  readonly promiseId: string;
}

export const owedOf = (suggestionId: string) => [
  { deputyId: 'wang', suggestionId, isLead: true },
  { deputyId: 'li', suggestionId, isLead: false },
];

export const evaluate = (
  handled: Handled,
  more: Parameters<typeof form>[0] = {},
): SubmitEvaluationRequest => ({
  ...{ suggestionId: handled.suggestionId, assignmentId: handled.assignmentId, round: 0 },
  ...{ signedSuggestionId: handled.suggestionId, form: form(more) },
});
export const BAD = { result: 'dissatisfied', reasons: '信号灯没有装' } as const;

export const list = () => ({ status: '', unitId: '', limit: 200, cursor: '' });

/** What others told of cases of one open evaluation service. */
export function stories(evaluation: () => OpenEvaluation) {
  async function handedOver(
    more: { liaisonUntrained?: boolean; rulePackVersion?: string } = {},
  ): Promise<Handled> {
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
      ...{
        assignedOn: '2026-03-02',
        owed: owedOf(suggestionId),
        number: '2026-001',
        title: '路口信号灯',
        ...more,
      },
    };
    const co = { ...made, assignmentId: newId(), unitId: 'unit-police', role: 'co', liaisonUntrained: false };
    for (const payload of [made, co]) {
      await evaluation().hear('assignment', { stream: suggestionId, type: 'assignment-made', payload });
    }
    return { suggestionId, assignmentId };
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
    const promises =
      resultClass === 'B' ? [{ promiseId, text: '年底前装好信号灯', dueOn: '2026-12-31' }] : [];
    const issued = {
      ...{ suggestionId, assignmentId, replyId, unitId: 'unit-transport', round, resultClass, promises },
      ...{ owed: owedOf(suggestionId), issuedOn: '2026-05-20' },
    };
    await evaluation().hear('assignment', {
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
        ...{
          suggestionId,
          assignmentId,
          replyId,
          round,
          deputy,
          deliveredOn: '2026-05-22',
          method: 'letter',
        },
        clocks: deputy.isLead ? [clock] : [],
      };
      await evaluation().hear('assignment', {
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
    await evaluation().hear('meeting', { stream: suggestionId, type, payload, on: '2026-06-10' });
  }

  return { handedOver, replied, lookBack };
}
