import type { Actor } from '@huiyin/kernel/actor';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { accepted } from '@huiyin/testkit/accepted';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { by, DESK, openArchive, someone, type OpenArchive } from './open-archive.ts';

const WANG = someone('wang', 'deputy');
const LI = someone('li', 'deputy');
const REVIEWER = someone('sun', 'pre-reviewer');
const CLERK = someone('zhao', 'unit-clerk', 'jiaotong');
const HEAD = someone('qian', 'unit-head', 'jiaotong');
const OTHER_UNIT = someone('zhou', 'unit-clerk', 'shuiwu');
const MONTH_HOURS = 31 * 24;

let archive: OpenArchive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

async function stored(actor: Actor, name: string): Promise<string> {
  const content = Buffer.from('%PDF-1.7 现场照片');
  return accepted(await archive.use.storeAttachment({ name, content }, by(actor))).id;
}

async function codeFor(attachmentId: string, actor: Actor): Promise<string> {
  const found = await archive.use.readAttachment({ attachmentId, offset: 0 }, by(actor));
  return isRejection(found) ? found.code : 'read';
}

async function aMonthPasses(): Promise<void> {
  archive.passHours(MONTH_HOURS);
  await archive.sweep();
}

const refs = (...ids: string[]) => ids.map((attachmentId) => ({ attachmentId, sha256: 'aa', name: '' }));

/** A case that 区交通运输局 and 区水务局 answer each on its own. */
async function inHand(): Promise<{ suggestionId: string; assignmentId: string }> {
  const suggestionId = newId();
  const submitted = { suggestionId, title: '关于路口的建议', leadDeputyId: 'wang' };
  await archive.hear('intake', suggestionId, 'suggestion-submitted', submitted);
  const shares = [
    { suggestionId, assignmentId: newId(), unitId: 'jiaotong', role: 'parallel' },
    { suggestionId, assignmentId: newId(), unitId: 'shuiwu', role: 'parallel' },
  ];
  for (const share of shares) await archive.hear('assignment', suggestionId, 'assignment-made', share);
  return { suggestionId, assignmentId: shares[0]?.assignmentId ?? '' };
}

it('keeps what the draft of a reply names for as long as it waits, and only the unit reads it', async () => {
  const { suggestionId, assignmentId } = await inHand();
  const [photo, receipt] = [await stored(CLERK, '现场.pdf'), await stored(CLERK, '验收单.pdf')];
  const draft = { suggestionId, assignmentId, replyId: newId(), round: 1 };
  const hear = (type: string, ...ids: string[]) =>
    archive.hear('assignment', suggestionId, type, { ...draft, attachments: refs(...ids) });
  await hear('reply-drafted', photo, receipt);
  await aMonthPasses();
  for (const reader of [CLERK, HEAD]) expect(await codeFor(photo, reader)).toBe('read');
  for (const reader of [WANG, DESK, OTHER_UNIT])
    expect(await codeFor(photo, reader)).toBe('attachment-not-found');

  await hear('reply-draft-files-changed', receipt);
  await aMonthPasses();
  expect(await codeFor(photo, CLERK)).toBe('attachment-not-found');
  expect(await codeFor(receipt, HEAD)).toBe('read');

  const issued = { ...draft, resultClass: 'A', owed: [{ deputyId: 'wang' }] };
  const evidence = { attachments: refs(receipt) };
  await archive.hear('assignment', suggestionId, 'reply-issued', { ...issued, evidence });
  await aMonthPasses();
  expect(await codeFor(receipt, DESK)).toBe('read');
  const page = accepted(await archive.use.getCase({ caseId: suggestionId, after: [] }, by(CLERK)));
  expect(page.view.attachments.map(({ name, part }) => [name, part])).toEqual([
    ['验收单.pdf', 'final-reply'],
  ]);
});

it('keeps what a supplement shows', async () => {
  const { suggestionId, assignmentId } = await inHand();
  const photo = await stored(HEAD, '完工.pdf');
  const evidence = { attachments: refs(photo) };
  const supplement = { suggestionId, assignmentId, replyId: newId(), evidence };
  await archive.hear('assignment', suggestionId, 'reply-supplemented', supplement);
  await aMonthPasses();
  expect(await codeFor(photo, HEAD)).toBe('read');
});

it('keeps what the draft of a suggestion names, and gives it to whoever may read the draft', async () => {
  const suggestionId = newId();
  const photo = await stored(WANG, '路口.pdf');
  const hear = (type: string, payload: object) =>
    archive.hear('intake', suggestionId, type, { suggestionId, ...payload });
  await hear('suggestion-drafted', { leadDeputyId: 'wang', attachments: refs(photo) });
  await aMonthPasses();
  expect(await codeFor(photo, WANG)).toBe('read');
  for (const reader of [LI, REVIEWER, DESK, CLERK])
    expect(await codeFor(photo, reader)).toBe('attachment-not-found');

  await hear('cosignature-requested', { deputyIds: ['li'] });
  expect(await codeFor(photo, LI)).toBe('read');
  await hear('cosigner-removed', { deputyId: 'li' });
  expect(await codeFor(photo, LI)).toBe('attachment-not-found');

  await hear('pre-review-requested', {});
  for (const reader of [REVIEWER, DESK]) expect(await codeFor(photo, reader)).toBe('read');
  await hear('pre-review-answered', { reviewerId: 'sun' });
  for (const reader of [REVIEWER, DESK]) expect(await codeFor(photo, reader)).toBe('attachment-not-found');
});

it('keeps what the record of a meeting of no case names, for the desk and those who were invited', async () => {
  const [photo, meetingId] = [await stored(DESK, '交办会.pdf'), newId()];
  const about = { suggestionId: '', meetingId, kind: 'hand-over' };
  await archive.hear('meeting', meetingId, 'meeting-scheduled', { ...about, participantIds: ['qian'] });
  await archive.hear('meeting', meetingId, 'meeting-held', { ...about, photos: refs(photo) });
  await aMonthPasses();
  for (const reader of [DESK, HEAD]) expect(await codeFor(photo, reader)).toBe('read');
  for (const reader of [CLERK, WANG]) expect(await codeFor(photo, reader)).toBe('attachment-not-found');
  const page = await archive.use.getCase({ caseId: meetingId, after: [] }, by(DESK));
  expect(page).toMatchObject({ code: 'case-not-found' });
});
