import type { Actor } from '@huiyin/kernel/actor';
import { systemActor } from '@huiyin/kernel/actor';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { rows } from '@huiyin/postgres/query';
import { accepted } from '@huiyin/testkit/accepted';
import { exifSegment, jpegFile, phoneExif } from '@huiyin/testkit/photo-files';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Scanner } from '../src/app/ports.ts';
import { clamdScanner } from '../src/content/clamd-scanner.ts';
import { sha256Of } from '../src/domain/attachment.ts';
import { clamdServer, EICAR, type ClamdServer } from './clamd-server.ts';
import { by, openArchive, someone, type OpenArchive } from './open-archive.ts';

const WANG = someone('wang', 'deputy');
const LI = someone('li', 'deputy');
const CLERK = someone('zhao', 'unit-clerk', 'jiaotong');
const PDF = Buffer.from('%PDF-1.7 路口照片');

let clamd: ClamdServer;
let archive: OpenArchive;
beforeAll(async () => {
  clamd = await clamdServer();
  const patient = clamdScanner(clamd.address);
  const hasty = clamdScanner(clamd.address, 300);
  // Only of a scanner that never answers does the time run out.
  const scan: Scanner['scan'] = (bytes) => (clamd.manner === 'silent' ? hasty : patient).scan(bytes);
  archive = await openArchive(undefined, { name: 'clamd', scan });
});
beforeEach(() => {
  clamd.manner = 'honest';
});
afterAll(async () => {
  await archive.close();
  await clamd.close();
});

async function stored(actor: Actor, content: Buffer = PDF, name = '路口.pdf'): Promise<string> {
  return accepted(await archive.use.storeAttachment({ name, content }, by(actor))).id;
}

async function codeFor(attachmentId: string, actor: Actor, tenant?: string): Promise<string> {
  const found = await archive.use.readAttachment({ attachmentId, offset: 0 }, by(actor, tenant));
  return isRejection(found) ? found.code : 'read';
}

it('keeps a file once for one key, and gives back exactly its bytes', async () => {
  const content = Buffer.concat([PDF, Buffer.alloc(3 * 1024 * 1024, 'x')]);
  const ctx = by(WANG);
  const first = accepted(await archive.use.storeAttachment({ name: '大.pdf', content }, ctx));
  expect(await archive.use.storeAttachment({ name: '大.pdf', content }, ctx)).toEqual(first);
  await archive.sweep();
  const pieces: Buffer[] = [];
  for (let offset = 0; offset < content.length; offset += pieces.at(-1)?.length ?? 0)
    pieces.push(accepted(await archive.use.readAttachment({ attachmentId: first.id, offset }, by(WANG))));
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
  const beyond = { attachmentId: first.id, offset: 16 * 1024 * 1024 };
  expect(accepted(await archive.use.readAttachment(beyond, by(WANG)))).toHaveLength(0);
  expect(await archive.use.readAttachment({ ...beyond, offset: 7 }, by(WANG))).toMatchObject({
    code: 'offset-malformed',
  });
});

it('keeps of a photo the picture alone, and what was sent as a hash', async () => {
  const sent = jpegFile({ width: 16, height: 8 }, exifSegment(phoneExif(6)));
  const attachmentId = await stored(WANG, sent, '现场.jpg');
  await archive.sweep();
  const kept = accepted(await archive.use.readAttachment({ attachmentId, offset: 0 }, by(WANG)));
  expect(sent.includes('HUIYIN PHONE')).toBe(true);
  expect(kept.includes('HUIYIN PHONE')).toBe(false);
  const file = accepted(await archive.use.getAttachment({ attachmentId }, by(WANG)));
  expect(file).toMatchObject({ sha256: sha256Of(kept), sizeBytes: kept.length, mediaType: 'image/jpeg' });
  const [fact] = await archive.database.acrossTenants((tx) =>
    rows(tx, `select payload from event where stream = $1`, [attachmentId]),
  );
  expect(fact).toMatchObject({ payload: { sha256: sha256Of(kept), receivedSha256: sha256Of(sent) } });
});

it('keeps nothing of a file whose content is not what its name says', async () => {
  const ctx = by(WANG);
  const refused = await archive.use.storeAttachment({ name: '照片.png', content: PDF }, ctx);
  expect(refused).toMatchObject({ code: 'attachment-type-differs' });
  // The key is free: nothing was recorded under it.
  expect(await archive.use.storeAttachment({ name: '照片.pdf', content: PDF }, ctx)).toHaveProperty('id');
});

it('gives no file out before a scan found it clean, whatever the scanner does instead', async () => {
  const attachmentId = await stored(WANG);
  expect(await codeFor(attachmentId, WANG)).toBe('attachment-not-clean');
  for (const manner of ['garbage', 'cut', 'silent'] as const) {
    clamd.manner = manner;
    await expect(archive.sweep()).rejects.toThrow(/not scanned/);
    expect(await codeFor(attachmentId, WANG), manner).toBe('attachment-not-clean');
    archive.passHours(0.01);
  }
  clamd.manner = 'honest';
  await archive.sweep();
  expect(await codeFor(attachmentId, WANG)).toBe('read');
});

it('never gives out a file in which the scanner found something', async () => {
  const attachmentId = await stored(WANG, Buffer.from(`%PDF-1.7 ${EICAR}`));
  await archive.sweep();
  expect(await codeFor(attachmentId, WANG)).toBe('attachment-not-clean');
  const { scan } = accepted(await archive.use.getAttachment({ attachmentId }, by(WANG)));
  expect(scan).toBe('refused');
});

it('lets the uploader read a file, then whoever may read the part that names it, and no other tenant', async () => {
  const attachmentId = await stored(WANG);
  await archive.sweep();
  expect(await codeFor(attachmentId, WANG)).toBe('read');
  expect(await codeFor(attachmentId, LI)).toBe('attachment-not-found');
  expect(await codeFor(attachmentId, WANG, 'xihu')).toBe('attachment-not-found');

  const caseId = newId();
  const suggestionId = caseId;
  const attachments = [{ attachmentId, sha256: 'aa', name: '' }];
  const submitted = { suggestionId, title: '关于路口的建议', leadDeputyId: 'wang', attachments };
  await archive.hear('intake', caseId, 'suggestion-drafted', { ...submitted, title: undefined });
  expect(await codeFor(attachmentId, WANG)).toBe('read');
  expect(await codeFor(attachmentId, CLERK)).toBe('attachment-not-found');
  await archive.hear('intake', caseId, 'suggestion-submitted', submitted);
  expect(await codeFor(attachmentId, LI)).toBe('attachment-not-found');
  const share = { suggestionId, assignmentId: newId(), unitId: 'jiaotong', role: 'lead' };
  await archive.hear('assignment', caseId, 'assignment-made', share);
  for (const reader of [WANG, LI, CLERK]) expect(await codeFor(attachmentId, reader)).toBe('read');
  expect(await codeFor(attachmentId, someone('qian', 'unit-clerk', 'shuiwu'))).toBe('attachment-not-found');
  const page = accepted(await archive.use.getCase({ caseId, after: [] }, by(CLERK)));
  expect(page.view.attachments).toEqual([
    { attachmentId, name: '路口.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length, part: 'text' },
  ]);
});

it('removes what no case has named for a day, and nothing else', async () => {
  const [forgotten, kept, dropped] = [await stored(WANG), await stored(WANG), await stored(WANG)];
  await archive.sweep();
  const suggestionId = newId();
  const names = (...ids: string[]) => ({
    suggestionId,
    attachments: ids.map((attachmentId) => ({ attachmentId, sha256: 'aa', name: '' })),
  });
  await archive.hear('intake', suggestionId, 'suggestion-drafted', {
    ...names(kept, dropped),
    leadDeputyId: 'wang',
  });
  archive.passHours(25);
  await archive.sweep();
  expect(await codeFor(forgotten, WANG)).toBe('attachment-not-found');
  expect(await codeFor(dropped, WANG)).toBe('read');
  await archive.hear('intake', suggestionId, 'draft-edited', names(kept));
  archive.passHours(25);
  await archive.sweep();
  expect(await codeFor(dropped, WANG)).toBe('attachment-not-found');
  expect(await codeFor(kept, WANG)).toBe('read');
});

it('keeps what a service was told it may name until its fact has come, however late', async () => {
  const attachmentId = await stored(WANG);
  await archive.sweep();
  const file = accepted(await archive.use.getAttachment({ attachmentId }, by(WANG)));
  const claims = [{ attachmentId, sha256: file.sha256, uploaderIds: ['wang'], unitId: '' }];
  for (const service of ['intake', 'assignment'])
    expect(await archive.use.checkAttachments({ claims }, by(systemActor(service)))).toMatchObject([
      { code: undefined, name: '路口.pdf' },
    ]);
  archive.passHours(24 * 40);
  await archive.sweep();
  expect(await codeFor(attachmentId, WANG)).toBe('read');

  const suggestionId = newId();
  const named = {
    suggestionId,
    leadDeputyId: 'wang',
    attachments: [{ attachmentId, sha256: 'aa', name: '' }],
  };
  await archive.hear('intake', suggestionId, 'suggestion-drafted', named);
  await archive.hear('intake', suggestionId, 'draft-edited', { suggestionId, attachments: [] });
  archive.passHours(25);
  await archive.sweep();
  expect(await codeFor(attachmentId, WANG), 'assignment may still name it').toBe('read');

  const draft = { suggestionId, assignmentId: newId(), replyId: newId(), round: 1 };
  const ref = { attachmentId, sha256: 'aa', name: '' };
  for (const attachments of [[ref], []])
    await archive.hear('assignment', suggestionId, 'reply-draft-files-changed', { ...draft, attachments });
  archive.passHours(25);
  await archive.sweep();
  expect(await codeFor(attachmentId, WANG)).toBe('attachment-not-found');
});

it('tells services alone whether a file may be named', async () => {
  const attachmentId = await stored(CLERK);
  const claims = [{ attachmentId, sha256: '', uploaderIds: [], unitId: 'jiaotong' }];
  const checked = accepted(await archive.use.checkAttachments({ claims }, by(systemActor('assignment'))));
  expect(checked).toEqual([{ attachmentId, code: 'attachment-hash-differs', name: '' }]);
  expect(await archive.use.checkAttachments({ claims }, by(CLERK))).toMatchObject({ code: 'not-permitted' });
});
