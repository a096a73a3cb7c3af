import { localDate } from '@huiyin/kernel/local-date';
import { replayEvents } from '@huiyin/postgres/replay';
import { accepted } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SuggestionText } from '../src/domain/text.ts';
import { CROSSING } from './given.ts';
import { by, DESK, LI, openIntake, PHOTO, WANG, type OpenIntake } from './open-intake.ts';

let intake: OpenIntake;
beforeAll(async () => {
  intake = await openIntake();
});
afterAll(() => intake.close());

const withFile = (file: Partial<typeof PHOTO> = {}): SuggestionText => ({
  ...CROSSING,
  attachments: [{ ...PHOTO, ...file }],
});

function draft(text: SuggestionText, actor = WANG) {
  return intake.use.draftSuggestion({ kind: 'suggestion', text, leadDeputyId: undefined }, by(actor));
}

it('names a file as archive keeps it, in the draft, the submission and the event', async () => {
  const suggestionId = accepted(await draft(withFile({ name: '客户端起的名.jpg' }))).id;
  accepted(await intake.use.submitSuggestion({ suggestionId }, by(WANG)));
  const view = accepted(await intake.use.getSuggestion({ suggestionId }, by(DESK)));
  expect(view.text.attachments).toEqual([PHOTO]);
  const events = await intake.database.uow.read('donghu', (tx) =>
    replayEvents(tx, 'intake', { tenant: 'donghu', stream: suggestionId, version: 1, limit: 10 }),
  );
  expect(events.map(({ type, payload }) => [type, payload['attachments']])).toEqual([
    ['suggestion-drafted', [{ attachmentId: PHOTO.attachmentId, sha256: PHOTO.sha256 }]],
    ['suggestion-submitted', [PHOTO]],
  ]);
});

it.each([
  ['that nobody stored', { attachmentId: 'x' }, 'attachment-unknown'],
  ['with other bytes', { sha256: 'bb' }, 'attachment-hash-differs'],
  ['that is being scanned', { attachmentId: 'scanning' }, 'attachment-not-clean'],
] as const)('refuses a file %s, and keeps nothing', async (_what, file, code) => {
  const mine = { status: '', limit: 200, cursor: '' };
  const before = (await intake.use.listMySuggestions(mine, by(WANG))).summaries.length;
  expect(await draft(withFile(file))).toMatchObject({ code, field: 'attachments' });
  expect((await intake.use.listMySuggestions(mine, by(WANG))).summaries).toHaveLength(before);
});

it('knows the files of its own deputies only', async () => {
  expect(await draft(withFile(), LI)).toMatchObject({ code: 'attachment-unknown' });
  const suggestionId = accepted(await draft(CROSSING, LI)).id;
  expect(await intake.use.editDraft({ suggestionId, text: withFile() }, by(LI))).toMatchObject({
    code: 'attachment-unknown',
  });
  accepted(await intake.use.inviteCosigners({ suggestionId, deputyIds: ['wang'] }, by(LI)));
  accepted(await intake.use.editDraft({ suggestionId, text: withFile() }, by(LI)));
});

it('refuses the one paper form whose file it may not name', async () => {
  const form = {
    leadDeputyId: 'wang',
    cosignerIds: [],
    signedOn: localDate('2026-01-05'),
    receivedAt: by(DESK).at,
  };
  const forms = [
    { ...form, formNumber: '纸-1', text: withFile({ sha256: 'bb' }) },
    { ...form, formNumber: '纸-2', text: withFile() },
  ];
  const results = accepted(await intake.use.takeInPapers({ forms }, by(DESK)));
  expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['refused', 'attachment-hash-differs'],
    ['taken', ''],
  ]);
});
