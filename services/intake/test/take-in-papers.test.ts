import { localDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { replayEvents } from '@huiyin/postgres/replay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page, PaperFilter } from '../src/app/ports.ts';
import { MAX_FORMS } from '../src/app/take-in-papers.ts';
import type { PaperForm } from '../src/domain/taking-in.ts';
import { CROSSING } from './given.ts';
import { by, DESK, MARCH, openIntake, someone, WANG, type OpenIntake } from './open-intake.ts';

let intake: OpenIntake;

beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

const paper = (formNumber: string, more: Partial<PaperForm> = {}): PaperForm => ({
  formNumber,
  leadDeputyId: 'wang',
  cosignerIds: [],
  signedOn: localDate('2026-01-05'),
  receivedAt: by(DESK).at,
  text: CROSSING,
  ...more,
});

async function takeIn(forms: readonly PaperForm[], ctx = by(DESK)) {
  const results = await intake.use.takeInPapers({ forms }, ctx);
  if (isRejection(results)) throw new Error(`refused: ${results.code}`);
  return results;
}

const events = (suggestionId: string) =>
  intake.database.uow.read('donghu', (tx) =>
    replayEvents(tx, 'intake', { tenant: 'donghu', stream: suggestionId, version: 1, limit: 10 }),
  );

const ALL = { limit: 50, cursor: '', contains: '', statuses: [] };

describe('receipts of paper forms', () => {
  const receipts = async (ctx: ReturnType<typeof by>, page: Partial<Page & PaperFilter> = {}) => {
    const answer = await intake.use.listPaperForms({ ...ALL, ...page }, ctx);
    if (isRejection(answer)) throw new Error(`refused: ${answer.code}`);
    return answer;
  };

  it('say of each form what became of it, to a clerk those of its delegation, whoever entered them', async () => {
    const clerk = by(someone('clerk-1', 'delegation-clerk'));
    const [first] = await takeIn([paper('回-1', { cosignerIds: ['li'] })], clerk);
    await takeIn([paper('回-2')], clerk);
    await takeIn([paper('回-3')]);
    const suggestionId = first?.suggestionId ?? '';
    await intake.use.registerSuggestion({ suggestionId, category: '城建环保' }, by(DESK));
    const own = await receipts(clerk);
    expect(own.receipts.map(({ formNumber, status }) => [formNumber, status])).toEqual([
      ['回-3', 'submitted'],
      ['回-2', 'submitted'],
      ['回-1', 'registered'],
    ]);
    expect(own.receipts[2]).toMatchObject({
      ...{ suggestionId, title: CROSSING.title, leadDeputyId: 'wang', cosigners: 1 },
      ...{ signedOn: '2026-01-05', receivedAt: clerk.at.toISOString(), enteredBy: 'clerk-1' },
    });
    expect(own.receipts[2]?.displayNumber).toMatch(/^第\d+号$/);

    const one = await receipts(clerk, { limit: 2, cursor: '' });
    const next = await receipts(clerk, { limit: 2, cursor: one.nextCursor });
    expect([...one.receipts, ...next.receipts]).toEqual(own.receipts);
    expect(next.nextCursor).toBe('');

    // Another delegation's clerk sees none of them; a confidential author is not shown to who did not enter the form.
    expect((await receipts(by(someone('clerk-2', 'delegation-clerk')))).receipts).toEqual([]);
    await takeIn([paper('回-4', { text: { ...CROSSING, authorConfidential: true } })]);
    expect((await receipts(clerk)).receipts).toEqual(own.receipts);

    const all = (await receipts(by(DESK))).receipts.map(({ formNumber }) => formNumber);
    expect(all.slice(0, 4)).toEqual(['回-4', '回-3', '回-2', '回-1']);
    expect(await intake.use.listPaperForms(ALL, by(WANG))).toMatchObject({
      code: 'not-permitted',
    });
  });

  it('are found by what stands on the form and by what became of it, page after page', async () => {
    const text = { ...CROSSING, title: '关于修补100%堤岸的建议' };
    const [first] = await takeIn([paper('找-1', { text }), paper('找-2'), paper('找-3')]);
    const suggestionId = first?.suggestionId ?? '';
    await intake.use.registerSuggestion({ suggestionId, category: '城建环保' }, by(DESK));
    const found = async (page: Partial<Page & PaperFilter>): Promise<readonly string[]> =>
      (await receipts(by(DESK), page)).receipts.map(({ formNumber }) => formNumber);
    expect(await found({ contains: '找-' })).toEqual(['找-3', '找-2', '找-1']);
    // A sign that means something to SQL is a sign like any other.
    expect(await found({ contains: '修补100%堤' })).toEqual(['找-1']);
    expect(await found({ contains: '找_' })).toEqual([]);
    expect(await found({ contains: '找-', statuses: ['registered'] })).toEqual(['找-1']);
    expect(await found({ contains: '找-', statuses: ['submitted', 'returned'] })).toEqual(['找-3', '找-2']);
    const { nextCursor } = await receipts(by(DESK), { contains: '找-', limit: 2 });
    expect(await found({ contains: '找-', limit: 2, cursor: nextCursor })).toEqual(['找-1']);
  });
});

describe('taking in paper forms', () => {
  it('makes each a submitted suggestion of its deputy that waits for registration', async () => {
    const [result] = await takeIn([paper('纸-1', { cosignerIds: ['li'] })]);
    expect(result).toMatchObject({ outcome: 'taken' });
    const suggestionId = result?.suggestionId ?? '';
    const view = await intake.use.getSuggestion({ suggestionId }, by(WANG));
    expect(view).toMatchObject({ suggestion: { status: 'submitted', leadDeputyId: 'wang' } });
    const [, , , submitted] = await events(suggestionId);
    expect(submitted).toMatchObject({
      type: 'suggestion-submitted',
      actor: { personId: 'desk' },
      payload: { paperForm: '纸-1', paperSignedOn: '2026-01-05', cosignerIds: ['li'] },
    });
    const answer = await intake.use.registerSuggestion({ suggestionId, category: '城建环保' }, by(DESK));
    expect(answer).toMatchObject({ service: 'intake', id: suggestionId });
  });

  it('knows a form that comes again, from whomever, also after it went on', async () => {
    const [first] = await takeIn([paper('纸-2')]);
    const suggestionId = first?.suggestionId ?? '';
    const known = [{ outcome: 'known', suggestionId }];
    expect(await takeIn([paper('纸-2')])).toMatchObject(known);
    await intake.use.returnForCorrection({ suggestionId, explanation: '请补充数据' }, by(DESK));
    const text = { ...CROSSING, facts: '补充后的情况' };
    await intake.use.editDraft({ suggestionId, text }, by(WANG));
    expect(await takeIn([paper('纸-2')], by(someone('desk-2', 'congress-desk')))).toMatchObject(known);
    expect(await events(suggestionId)).toHaveLength(4);
  });

  it('is one form however many enter it at once', async () => {
    const clerks = ['a', 'b', 'c', 'd'].map((name) => by(someone(name, 'congress-desk')));
    const results = await Promise.all(clerks.map((clerk) => takeIn([paper('纸-3')], clerk)));
    expect(results.flat().map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['taken', 'known', 'known', 'known']),
    );
    expect(new Set(results.flat().map(({ suggestionId }) => suggestionId)).size).toBe(1);
  });

  it('refuses another text under the same number, whoever brings it', async () => {
    await takeIn([paper('纸-4')]);
    const other = paper('纸-4', { text: { ...CROSSING, title: '另一件' } });
    const refused = [{ outcome: 'refused', code: 'paper-form-taken', field: 'formNumber' }];
    expect(await takeIn([other])).toMatchObject(refused);
    expect(await takeIn([other], by(someone('desk-2', 'congress-desk')))).toMatchObject(refused);
  });

  it('refuses the same text of other people under the same number, whoever brings it', async () => {
    await takeIn([paper('纸-40', { cosignerIds: ['li'] })]);
    const refused = [{ outcome: 'refused', code: 'paper-form-taken', field: 'formNumber' }];
    for (const other of [paper('纸-40'), paper('纸-40', { leadDeputyId: 'li', cosignerIds: ['wang'] })])
      for (const clerk of [by(DESK), by(someone('desk-2', 'congress-desk'))])
        expect(await takeIn([other], clerk)).toMatchObject(refused);
  });

  it('refuses a wrong form alone and takes the rest', async () => {
    const results = await takeIn([
      paper('纸-5', { text: { ...CROSSING, demands: [] } }),
      paper('纸-6', { leadDeputyId: 'nobody' }),
      paper('纸-7', { signedOn: localDate('2026-01-06') }),
      paper('纸-8', { text: { ...CROSSING, wishedUnitIds: ['nowhere'] } }),
      paper('纸-9'),
    ]);
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'text-incomplete'],
      ['refused', 'fact-not-yet-known'],
      ['refused', 'date-in-the-future'],
      ['refused', 'fact-not-yet-known'],
      ['taken', ''],
    ]);
  });

  it('is for the desk and the delegation always, for the secretariat during the session, and for nobody else', async () => {
    const answer = (formNumber: string, ctx: ReturnType<typeof by>) =>
      intake.use.takeInPapers({ forms: [paper(formNumber, { receivedAt: ctx.at })] }, ctx);
    expect(await answer('纸-10', by(someone('clerk-1', 'delegation-clerk')))).toMatchObject([
      { outcome: 'taken' },
    ]);
    expect(await answer('纸-11', by(someone('r', 'session-registrar')))).toMatchObject([
      { outcome: 'taken' },
    ]);
    const later = by(someone('r', 'session-registrar'), { at: MARCH });
    expect(await answer('纸-12', later)).toMatchObject({ code: 'not-permitted' });
    expect(await answer('纸-13', by(WANG))).toMatchObject({ code: 'not-permitted' });
    expect(await answer('纸-10', by(WANG))).toMatchObject({ code: 'not-permitted' });
  });

  it('is entered by a clerk for deputies of the delegation that the clerk serves, and of no other', async () => {
    const answer = (formNumber: string, login: string) => {
      const ctx = by(someone(login, 'delegation-clerk'));
      return intake.use.takeInPapers({ forms: [paper(formNumber, { receivedAt: ctx.at })] }, ctx);
    };
    expect(await answer('团-1', 'clerk-2')).toMatchObject([
      { outcome: 'refused', code: 'deputy-of-other-delegation', field: 'leadDeputyId' },
    ]);
    expect(await answer('团-1', 'clerk-0')).toMatchObject({ code: 'clerk-without-delegation' });
    expect(await answer('团-1', 'clerk-1')).toMatchObject([{ outcome: 'taken' }]);
    const draft = { kind: 'suggestion', text: CROSSING, leadDeputyId: 'li' } as const;
    expect(await intake.use.draftSuggestion(draft, by(someone('clerk-1', 'delegation-clerk')))).toMatchObject(
      {
        code: 'deputy-of-other-delegation',
      },
    );
  });

  it('belongs to the session in which it was received, also when it is typed afterwards', async () => {
    const inTime = paper('纸-14', { cosignerIds: ['li'] });
    const registrar = someone('r', 'session-registrar');
    const [result] = await takeIn([inTime], by(registrar, { at: MARCH }));
    const suggestionId = result?.suggestionId ?? '';
    const view = await intake.use.getSuggestion({ suggestionId }, by(WANG));
    expect(view).toMatchObject({
      suggestion: { period: { kind: 'in-session' }, submittedOn: '2026-01-05' },
    });
    const [, , , submitted] = await events(suggestionId);
    expect(submitted).toMatchObject({ payload: { paperReceivedAt: inTime.receivedAt.toISOString() } });
  });

  it('has a limit', async () => {
    const forms = Array.from({ length: MAX_FORMS + 1 }, (_, index) => paper(`多-${index}`));
    expect(await intake.use.takeInPapers({ forms }, by(DESK))).toMatchObject({ code: 'too-many-forms' });
  });
});
