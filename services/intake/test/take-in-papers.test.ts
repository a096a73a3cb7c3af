import { localDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { replayEvents } from '@huiyin/postgres/replay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
      intake.use.takeInPapers({ forms: [paper(formNumber)] }, ctx);
    expect(await answer('纸-10', by(someone('c', 'delegation-clerk')))).toMatchObject([{ outcome: 'taken' }]);
    expect(await answer('纸-11', by(someone('r', 'session-registrar')))).toMatchObject([
      { outcome: 'taken' },
    ]);
    const later = by(someone('r', 'session-registrar'), { at: MARCH });
    expect(await answer('纸-12', later)).toMatchObject({ code: 'not-permitted' });
    expect(await answer('纸-13', by(WANG))).toMatchObject({ code: 'not-permitted' });
    expect(await answer('纸-10', by(WANG))).toMatchObject({ code: 'not-permitted' });
  });

  it('has a limit', async () => {
    const forms = Array.from({ length: MAX_FORMS + 1 }, (_, index) => paper(`多-${index}`));
    expect(await intake.use.takeInPapers({ forms }, by(DESK))).toMatchObject({ code: 'too-many-forms' });
  });
});
