import { newId } from '@huiyin/kernel/ids';
import { systemActor } from '@huiyin/kernel/actor';
import { isRejection } from '@huiyin/kernel/rejection';
import { rows } from '@huiyin/postgres/query';
import { openDatabase } from '@huiyin/postgres/database';
import { accepted } from '@huiyin/testkit/accepted';
import { UNTOUCHED } from '@huiyin/testkit/seams';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { by, openArchive, someone, type OpenArchive } from './open-archive.ts';

const WANG = someone('wang', 'deputy');

let archive: OpenArchive;
/** Statements since the test began, without those that open and end transactions. */
let statements: string[] = [];
beforeAll(async () => {
  archive = await openArchive({
    ...UNTOUCHED,
    openDatabase: (options) =>
      openDatabase({ ...options, beforeStatement: async ({ sql }) => void statements.push(sql) }),
  });
});
beforeEach(() => {
  statements = [];
});
afterAll(() => archive.close());

async function stored(): Promise<string> {
  const content = Buffer.from('%PDF-1.7 路口照片');
  return accepted(await archive.use.storeAttachment({ name: '路口.pdf', content }, by(WANG))).id;
}

async function isThere(attachmentId: string): Promise<boolean> {
  return !isRejection(await archive.use.getAttachment({ attachmentId }, by(WANG)));
}

/** The draft of a case names these files, and no others. */
function drafted(suggestionId: string, ...ids: string[]): Promise<unknown> {
  const attachments = ids.map((attachmentId) => ({ attachmentId, sha256: 'aa', name: '' }));
  return archive.hear('intake', suggestionId, 'draft-edited', { suggestionId, attachments });
}

async function twoDaysPass(): Promise<void> {
  archive.passHours(48);
  await archive.sweep();
}

/** Of the statements since the test began those that write or lock what is kept about files. */
function aboutFiles(): string[] {
  return statements.filter((sql) => /\battachment(_use)?\b/.test(sql) && /insert|update|delete/.test(sql));
}

it('looks once at what a case names, and writes nothing about files while that stays the same', async () => {
  const [suggestionId, file] = [newId(), await stored()];
  await drafted(suggestionId, file);
  statements = [];
  const share = { suggestionId, assignmentId: newId(), unitId: 'jiaotong', role: 'lead' };
  await archive.hear('assignment', suggestionId, 'assignment-made', share);
  await drafted(suggestionId, file);
  expect(aboutFiles()).toEqual([]);
  expect(statements.filter((sql) => sql.includes('attachment_use'))).toHaveLength(2);
  expect(statements.filter((sql) => sql.includes('case_fact'))).toHaveLength(2);
});

it('changes in one statement, after one that locks, whatever comes and goes', async () => {
  const [suggestionId, kept, gone, added] = [newId(), await stored(), await stored(), await stored()];
  await drafted(suggestionId, kept, gone);
  statements = [];
  await drafted(suggestionId, added, kept);
  expect(aboutFiles()).toHaveLength(2);
  const uses = await archive.database.uow.read('donghu', (tx) =>
    rows<{ attachment_id: string }>(tx, 'select attachment_id from attachment_use where case_id = $1', [
      suggestionId,
    ]),
  );
  expect(uses.map(({ attachment_id: id }) => id).toSorted()).toEqual([kept, added].toSorted());
  await twoDaysPass();
  expect(await Promise.all([kept, gone, added].map(isThere))).toEqual([true, false, true]);
});

it('lets go of a claim with a fact that names the file again', async () => {
  const [suggestionId, attachmentId] = [newId(), await stored()];
  await drafted(suggestionId, attachmentId);
  const { sha256 } = accepted(await archive.use.getAttachment({ attachmentId }, by(WANG)));
  const claims = [{ attachmentId, sha256, uploaderIds: ['wang'], unitId: '' }];
  accepted(await archive.use.checkAttachments({ claims }, by(systemActor('intake'))));
  await drafted(suggestionId, attachmentId);
  await drafted(suggestionId);
  await twoDaysPass();
  expect(await isThere(attachmentId)).toBe(false);
});

it('keeps a file that two cases name until both have let go of it, also at the same moment', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [one, other, file] = [newId(), newId(), await stored()];
    await Promise.all([drafted(one, file), drafted(other, file)]);
    await drafted(one);
    await twoDaysPass();
    expect(await isThere(file)).toBe(true);
    await drafted(one, file);
    await Promise.all([drafted(one), drafted(other)]);
    await twoDaysPass();
    expect(await isThere(file)).toBe(false);
  }
});
