import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { newId } from '@huiyin/kernel/ids';
import { rows } from '@huiyin/postgres/query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  by,
  CO_LIAISON,
  COUNCIL,
  DESK,
  HEAD,
  LI,
  LIAISON,
  OTHER_LIAISON,
  STRANGER,
  WANG,
  openEvaluation,
  type OpenEvaluation,
} from './open-evaluation.ts';
import { evaluate, list, owedOf, stories } from './stories.ts';

let evaluation: OpenEvaluation;
const { handedOver, replied, lookBack } = stories(() => evaluation);

beforeAll(async () => {
  evaluation = await openEvaluation();
});
afterAll(() => evaluation.close());

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

  it('tells a co-handler how its own share went, not how the lead’s did', async () => {
    const reply = await replied(await handedOver(), { resultClass: 'B' });
    await lookBack(reply, 'look-back-required');
    await lookBack(reply, 'look-back-judged', 'unmet');
    const seen = async (actor: typeof WANG) => {
      const { shares, rectifications, waitingFor } = accepted(
        await evaluation.use.getCaseEvaluations(reply, by(actor)),
      );
      const kinds = waitingFor.map(({ kind }) => kind);
      return [shares.map(({ role }) => role), rectifications.length, kinds.includes('evaluation')];
    };
    for (const actor of [WANG, LI, DESK, COUNCIL])
      expect(await seen(actor), actor.personId).toEqual([['lead', 'co'], 1, true]);
    expect(await seen(LIAISON)).toEqual([['lead'], 1, true]);
    expect(await seen(CO_LIAISON)).toEqual([['co'], 0, false]);
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
