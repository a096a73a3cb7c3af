import { isRejection } from '@huiyin/kernel/rejection';
import { exifSegment, jpegFile, phoneExif } from '@huiyin/testkit/photo-files';
import { afterEach, expect, it } from 'vitest';
import { checkContent } from '../domain/attachment-content.ts';
import { createContentChecker, type ContentChecker } from './content-checker.ts';
import { inflate } from './inflate.ts';

const PDF = Buffer.from('%PDF-1.7 路口照片');
const BUSY = { code: 'attachment-check-busy' };

/** A thread that does what a file's name says, and otherwise answers with its own number and how many it has checked. */
const OBEDIENT = `
import { parentPort, threadId } from 'node:worker_threads';
let checked = 0;
parentPort.on('message', ({ name, bytes }) => {
  if (name === 'throw') throw new Error('thrown');
  if (name === 'exit') process.exit(3);
  while (name === 'hang');
  checked += 1;
  parentPort.postMessage({ mediaType: threadId + '/' + checked, bytes });
});`;

const opened: ContentChecker[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((checker) => checker.close()));
});

function open(limits: Parameters<typeof createContentChecker>[0] = {}): ContentChecker {
  const checker = createContentChecker(limits);
  opened.push(checker);
  return checker;
}

function openObedient(limits: Parameters<typeof createContentChecker>[0] = {}): ContentChecker {
  return open({ thread: new URL(`data:text/javascript,${encodeURIComponent(OBEDIENT)}`), ...limits });
}

/** Which thread checked a file, and as its how manieth. */
async function checkedBy(checking: ReturnType<ContentChecker['check']>): Promise<[number, number]> {
  const checked = await checking;
  if (isRejection(checked)) throw new Error(checked.code);
  const [thread = 0, place = 0] = checked.mediaType.split('/').map(Number);
  return [thread, place];
}

it('says of good and bad files, one by one and several at once, what the rules say', async () => {
  const photo = jpegFile({ width: 16, height: 8 }, exifSegment(phoneExif(6)));
  const large = Buffer.concat([PDF, Buffer.alloc(3 * 1024 * 1024, 'x')]);
  const files: readonly [string, Buffer][] = [
    ['路口.pdf', PDF],
    ['大.pdf', large],
    ['现场.jpg', photo],
    ['照片.png', PDF],
    ['空.pdf', Buffer.alloc(0)],
    ['坏.docx', Buffer.from('PK\u0003\u0004 nothing else')],
    ['../路口.pdf', PDF],
  ];
  const checker = open();
  const first = await Promise.all(files.map(([name, bytes]) => checker.check(name, bytes)));
  expect(first).toEqual(files.map(([name, bytes]) => checkContent(name, bytes, inflate)));
  for (const [index, [name, bytes]] of files.entries())
    expect(await checker.check(name, bytes)).toEqual(first[index]);
});

it('leaves the caller its bytes, also where they are part of more, and keeps those alone', async () => {
  const message = Buffer.concat([Buffer.from('before'), PDF, Buffer.from('after')]);
  const content = message.subarray(6, 6 + PDF.length);
  const checked = await open().check('路口.pdf', content);
  expect(checked).toEqual({ mediaType: 'application/pdf', bytes: PDF });
  expect(isRejection(checked) ? undefined : checked.bytes.buffer.byteLength).toBe(PDF.length);
  expect(content.equals(PDF)).toBe(true);
});

it('keeps one thread for file after file, and ends it when none comes', async () => {
  const checker = openObedient({ idleMs: 200 });
  const [thread] = await checkedBy(checker.check('a', PDF));
  const more = await Promise.all(['b', 'c', 'd'].map((name) => checkedBy(checker.check(name, PDF))));
  expect(more).toEqual([2, 3, 4].map((place) => [thread, place]));
  await expect
    .poll(async () => (await checkedBy(checker.check('e', PDF)))[1], { interval: 400, timeout: 5_000 })
    .toBe(1);
});

it.each(['throw', 'exit'])('fails only the file at which its thread does %s', async (name) => {
  const checker = openObedient();
  const before = checker.check('before', PDF);
  const fatal = checker.check(name, PDF);
  const after = checker.check('after', PDF);
  await expect(fatal).rejects.toThrow(name === 'throw' ? 'thrown' : 'the thread that checks files ended');
  const [thread] = await checkedBy(before);
  const [another, place] = await checkedBy(after);
  expect(another).not.toBe(thread);
  expect(place).toBe(1);
});

it('ends a thread that takes too long, and checks by another what waits', async () => {
  const checker = openObedient({ checkWithinMs: 2_000 });
  const [thread] = await checkedBy(checker.check('before', PDF));
  const [hung, after] = [checker.check('hang', PDF), checker.check('after', PDF)];
  expect(await hung).toMatchObject(BUSY);
  expect((await checkedBy(after))[0]).not.toBe(thread);
});

it('sends away whose turn does not come, and who would be one too many', async () => {
  const checker = openObedient({ checkWithinMs: 2_000, turnWithinMs: 100, maxWaiting: 1 });
  const [hung, second, third] = ['hang', 'second', 'third'].map((name) => checker.check(name, PDF));
  expect(await third).toMatchObject(BUSY);
  expect(await second).toMatchObject(BUSY);
  expect(await hung).toMatchObject(BUSY);
  expect((await checkedBy(checker.check('fourth', PDF)))[1]).toBe(1);
});

it('lets no small file wait for a large one', async () => {
  const checker = openObedient({ checkWithinMs: 2_000 });
  const hung = checker.check('hang', Buffer.alloc(1024 * 1024 + 1));
  const first = await Promise.race([hung, checker.check('small', PDF)]);
  expect(first).toHaveProperty('mediaType');
  expect(await hung).toMatchObject(BUSY);
});

it('fails what is not checked yet when it is closed', async () => {
  const checker = openObedient();
  const checking = ['hang', 'waiting'].map((name) => checker.check(name, PDF));
  const failed = Promise.allSettled(checking);
  await checker.close();
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
