import { isRejection } from '@huiyin/kernel/rejection';
import { execute } from '@huiyin/postgres/query';
import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CROSSING } from './given.ts';
import { by, DESK, LI, MARCH, openIntake, REVIEWER, someone, WANG, type OpenIntake } from './open-intake.ts';
import { stories } from './stories.ts';

let intake: OpenIntake;
const { draft, submitted, registered, read, events } = stories(() => intake);

beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

describe('from draft to registration', () => {
  it('goes the whole way with a co-signer and a pre-review, and tells others only what was submitted', async () => {
    const suggestionId = await draft();
    accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds: ['li'] }, by(WANG)));
    accepted(await intake.use.requestPreReview({ suggestionId }, by(WANG)));
    const answer = { substance: 'good', reasoning: 'good', feasibility: 'improve' } as const;
    const advice = { ...answer, advice: '请写明资金来源', comments: [] };
    accepted(await intake.use.answerPreReview({ suggestionId, ...advice }, by(REVIEWER)));
    const { textHash } = await read(suggestionId, LI);
    accepted(await intake.use.confirmCosignature({ suggestionId, textHash }, by(LI)));
    const before = JSON.stringify(await events(suggestionId));
    expect(before).not.toContain(CROSSING.title);
    expect(before).not.toContain('资金来源');
    accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
    const answered = await intake.use.registerSuggestion(
      { suggestionId, category: '城建环保', oneMatterReason: '' },
      by(DESK),
    );
    expect(answered).toMatchObject({ label: '990101-19-5-0001', version: 7 });
    const told = await events(suggestionId);
    expect(told.map(({ type }) => type)).toEqual([
      'suggestion-drafted',
      'cosignature-requested',
      'pre-review-requested',
      'pre-review-answered',
      'cosignature-confirmed',
      'suggestion-submitted',
      'suggestion-registered',
    ]);
    expect(told[5]?.payload).toMatchObject({
      title: CROSSING.title,
      cosignerIds: ['li'],
      period: 'in-session',
    });
    expect(told[6]?.payload).toMatchObject({
      clocks: [
        { op: 'CLOCK_OP_MEET', kind: 'register' },
        {
          op: 'CLOCK_OP_START',
          kind: 'session_assign',
          startDate: '2026-01-09',
          term: { n: 1, unit: 'month' },
        },
      ],
    });
  });

  it('shows a draft to its deputies only, and pre-review advice to the lead only', async () => {
    const suggestionId = await draft();
    accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds: ['li'] }, by(WANG)));
    for (const actor of [DESK, someone('zhang', 'deputy'), someone('clerk', 'unit-clerk')]) {
      expect(codeOf(await intake.use.getSuggestion({ suggestionId }, by(actor)))).toBe('suggestion-unknown');
    }
    expect((await read(suggestionId, LI)).suggestion.status).toBe('cosigning');
  });

  it('keeps every submitted text unchanged, whoever tries', async () => {
    const suggestionId = await submitted();
    accepted(
      await intake.use.returnForCorrection({ suggestionId, explanation: '请补充', matters: [] }, by(DESK)),
    );
    const text = { ...CROSSING, facts: `${CROSSING.facts}另有公交站台狭窄。` };
    accepted(await intake.use.editDraft({ suggestionId, text }, by(WANG)));
    expect((await read(suggestionId)).text.facts).toBe(CROSSING.facts);
    accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
    expect((await read(suggestionId)).text.facts).toBe(text.facts);
    const tamper = intake.database.uow.act(
      { tenant: 'donghu', actor: DESK, at: MARCH },
      suggestionId,
      async (tx) => {
        await execute(tx, `update submitted_text set text_hash = '' where suggestion_id = $1`, [
          suggestionId,
        ]);
      },
    );
    await expect(tamper).rejects.toThrow('a submitted text is never changed');
  });

  it('waits for the fact of an unknown deputy and names its owner', async () => {
    const suggestionId = await draft();
    const answer = await intake.use.inviteCosigners({ suggestionId, deputyIds: ['zhao'] }, by(WANG));
    expect(answer).toMatchObject({
      code: 'fact-not-yet-known',
      detail: { owner: 'directory', stream: 'zhao' },
    });
  });
});

describe('numbers', () => {
  it('are given once and without a gap to desks that register at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => submitted({ at: MARCH })));
    const answers = await Promise.all(
      ids.map((suggestionId) =>
        intake.use.registerSuggestion(
          { suggestionId, category: '农业农村', oneMatterReason: '' },
          by(DESK, { at: MARCH }),
        ),
      ),
    );
    const labels = answers.map((answer) => accepted(answer).label ?? '').toSorted();
    expect(labels).toEqual(ids.map((_, index) => `990101-19-B2026-${String(index + 1).padStart(4, '0')}`));
  });

  it('are given back by a refusal', async () => {
    const suggestionId = await submitted({ tenant: 'xiling' });
    const refused = await intake.use.registerSuggestion(
      { suggestionId, category: '天文', oneMatterReason: '' },
      by(DESK, { tenant: 'xiling' }),
    );
    expect(codeOf(refused)).toBe('category-unknown');
    const answer = await intake.use.registerSuggestion(
      { suggestionId, category: '其他', oneMatterReason: '' },
      by(DESK, { tenant: 'xiling' }),
    );
    expect(answer).toMatchObject({ label: '990102-19-5-0001' });
  });
});

describe('merging', () => {
  it('puts one fact on each stream, and the child’s deputies may read the parent', async () => {
    const [parentId, suggestionId] = [await registered(), await registered()];
    accepted(
      await intake.use.mergeSuggestion(
        { suggestionId, parentId, reason: '同一路段', competence: '区交通运输局' },
        by(DESK),
      ),
    );
    expect((await events(suggestionId)).at(-1)).toMatchObject({
      type: 'suggestion-merged',
      reason: '同一路段',
    });
    expect((await events(parentId)).at(-1)).toMatchObject({
      type: 'suggestion-absorbed',
      payload: { childId: suggestionId },
    });
  });

  it('of two into each other at the same time lets one through and never hangs', async () => {
    const [one, other] = [await registered(), await registered()];
    const same = { reason: '同一事项', competence: '区交通运输局' };
    const answers = await Promise.all([
      intake.use.mergeSuggestion({ suggestionId: one, parentId: other, ...same }, by(DESK)),
      intake.use.mergeSuggestion({ suggestionId: other, parentId: one, ...same }, by(DESK)),
    ]);
    expect(answers.map(codeOf).toSorted()[0]).toBe('accepted');
    expect(answers.filter((answer) => !isRejection(answer))).toHaveLength(1);
  });
});

describe('tenants and lists', () => {
  it('another district finds nothing', async () => {
    const suggestionId = await registered();
    const there = by(someone('desk-xiling', 'congress-desk'), { tenant: 'xiling' });
    expect(codeOf(await intake.use.getSuggestion({ suggestionId }, there))).toBe('suggestion-unknown');
    expect(codeOf(await intake.use.withdrawSuggestion({ suggestionId, reason: '无' }, there))).toBe(
      'suggestion-unknown',
    );
  });

  it('page through a deputy’s own, newest first, and through the queue, oldest first', async () => {
    const first = await submitted({ tenant: 'xiling' });
    const second = await submitted({ tenant: 'xiling' });
    const mine = await intake.use.listMySuggestions(
      { status: 'submitted', limit: 1, cursor: '' },
      by(WANG, { tenant: 'xiling' }),
    );
    expect(mine.summaries).toMatchObject([{ suggestionId: second, relation: 'lead-deputy' }]);
    const next = await intake.use.listMySuggestions(
      { status: 'submitted', limit: 1, cursor: mine.nextCursor },
      by(WANG, { tenant: 'xiling' }),
    );
    expect(next.summaries).toMatchObject([{ suggestionId: first }]);
    const desk = by(DESK, { tenant: 'xiling' });
    const page = accepted(await intake.use.listRegistrationQueue({ limit: 50, cursor: '' }, desk));
    const ids = page.summaries.map((summary) => summary.suggestionId);
    expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
    const half = accepted(await intake.use.listRegistrationQueue({ limit: 1, cursor: '' }, desk));
    const rest = accepted(
      await intake.use.listRegistrationQueue({ limit: 50, cursor: half.nextCursor }, desk),
    );
    expect([...half.summaries, ...rest.summaries].map((summary) => summary.suggestionId)).toEqual(ids);
  });

  it('mask a confidential author from everybody but the deputies and the desk', async () => {
    const text = { ...CROSSING, authorConfidential: true };
    const request = { kind: 'suggestion', text, leadDeputyId: undefined } as const;
    const suggestionId = accepted(await intake.use.draftSuggestion(request, by(WANG))).id;
    accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
    expect((await read(suggestionId)).authorKnown).toBe(true);
    expect((await read(suggestionId, someone('council', 'council'))).authorKnown).toBe(false);
  });
});
