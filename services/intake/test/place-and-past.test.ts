import { execute } from '@huiyin/postgres/query';
import { accepted } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SuggestionText } from '../src/domain/text.ts';
import { CROSSING, CROSSING_HASH } from './given.ts';
import { by, DESK, LI, MARCH, openIntake, someone, WANG, type OpenIntake } from './open-intake.ts';
import { stories } from './stories.ts';

let intake: OpenIntake;
const { submitted, read, events } = stories(() => intake);

beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

const SAID = { affectedArea: '文澜街道、湖滨街道', earlierNumbers: ['第67号（2024年）', '990101-19-3-0012'] };
const PLACED: SuggestionText = { ...CROSSING, ...SAID };

function draft(text: SuggestionText) {
  return intake.use.draftSuggestion({ kind: 'suggestion', text, leadDeputyId: undefined }, by(WANG));
}

it('says where and whether before to those who may read the words, and to others with the submission', async () => {
  const suggestionId = accepted(await draft(PLACED)).id;
  accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds: ['li'] }, by(WANG)));
  expect((await read(suggestionId, LI)).text).toMatchObject(SAID);
  for (const actor of [DESK, someone('zhang', 'deputy')])
    expect(await intake.use.getSuggestion({ suggestionId }, by(actor))).toMatchObject({
      code: 'suggestion-unknown',
    });
  const before = JSON.stringify(await events(suggestionId));
  for (const word of [SAID.affectedArea, ...SAID.earlierNumbers]) expect(before).not.toContain(word);
  const { textHash } = await read(suggestionId, LI);
  accepted(await intake.use.confirmCosignature({ suggestionId, textHash }, by(LI)));
  accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
  expect((await events(suggestionId)).at(-1)).toMatchObject({
    type: 'suggestion-submitted',
    payload: { ...SAID, wishedContact: 'face-to-face', researchSource: 'visit' },
  });
  expect((await read(suggestionId, DESK)).text).toEqual(PLACED);
});

it('loses the signatures under it when the area changes', async () => {
  const suggestionId = accepted(await draft(PLACED)).id;
  accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds: ['li'] }, by(WANG)));
  const { textHash } = await read(suggestionId, LI);
  accepted(await intake.use.confirmCosignature({ suggestionId, textHash }, by(LI)));
  const text = { ...PLACED, affectedArea: '文澜街道' };
  accepted(await intake.use.editDraft({ suggestionId, text }, by(WANG)));
  expect((await events(suggestionId)).at(-1)).toMatchObject({
    type: 'cosignature-voided',
    payload: { deputyIds: ['li'] },
  });
});

it.each([
  ['affectedArea', { affectedArea: '区'.repeat(201) }],
  ['earlierNumbers', { earlierNumbers: Array.from({ length: 11 }, (_, n) => `第${n}号`) }],
  ['earlierNumbers', { earlierNumbers: ['0'.repeat(61)] }],
] as const)('refuses a draft whose %s does not fit the form, and keeps nothing', async (field, more) => {
  const mine = { status: '', limit: 200, cursor: '' };
  const before = (await intake.use.listMySuggestions(mine, by(WANG))).summaries.length;
  expect(await draft({ ...CROSSING, ...more })).toMatchObject({ code: 'text-too-long', field });
  expect((await intake.use.listMySuggestions(mine, by(WANG))).summaries).toHaveLength(before);
});

it('goes on with a text that an earlier release stored, under the hash that was signed', async () => {
  const suggestionId = await submitted();
  await intake.database.uow.act({ tenant: 'donghu', actor: DESK, at: MARCH }, suggestionId, async (tx) => {
    await execute(
      tx,
      `update suggestion set state = state #- '{text,affectedArea}' #- '{text,earlierNumbers}' where id = $1`,
      [suggestionId],
    );
  });
  expect(await read(suggestionId)).toMatchObject({ text: CROSSING, textHash: CROSSING_HASH });
  accepted(
    await intake.use.returnForCorrection({ suggestionId, explanation: '请补充', matters: [] }, by(DESK)),
  );
  accepted(await intake.use.editDraft({ suggestionId, text: PLACED }, by(WANG)));
  accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
  expect((await read(suggestionId)).text).toEqual(PLACED);
});
