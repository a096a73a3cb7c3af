import { randomUUID } from 'node:crypto';
import { reject } from '@huiyin/kernel/rejection';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { logIn, send } from './support/client.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const ARCHIVE = '/huiyin.archive.v1.ArchiveService';
const MIB = 1024 * 1024;
const ID = '0198c0de-0000-7000-8000-000000000000';

let gateway: RunningGateway;
let cookie: string;
beforeAll(async () => {
  gateway = await startGateway();
  ({ cookie } = await logIn(gateway.baseUrl, 'chen-deputy'));
});
beforeEach(() => {
  gateway.services.received.length = 0;
});
afterAll(() => gateway.stop());

function upload(content: Buffer, headers: Record<string, string> = {}, query = 'name=a.pdf') {
  return fetch(`${gateway.baseUrl}/api/v1/attachments?${query}`, {
    method: 'POST',
    headers: {
      ...{ cookie, 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
      ...headers,
    },
    body: new Uint8Array(content),
  });
}

it('passes a file on byte for byte, with its name and key', async () => {
  const content = Buffer.from([0, 255, 254, 0x7b, 0x22]);
  const answer = await upload(
    content,
    { 'idempotency-key': 'k-1' },
    `name=${encodeURIComponent('现场 照片.png')}`,
  );
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ service: 'archive', version: 7 });
  const [received] = gateway.services.received.filter(({ path }) => path === `${ARCHIVE}/StoreAttachment`);
  expect(received?.idempotencyKey).toBe('k-1');
  expect(received?.request).toMatchObject({ name: '现场 照片.png' });
  const arrived = received?.request as { content: Uint8Array } | undefined;
  expect(Buffer.from(arrived?.content ?? []).equals(content)).toBe(true);
});

it('refuses more than 20 MiB before anybody is asked', async () => {
  const answer = await upload(Buffer.alloc(20 * MIB + 1));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'body-too-large' });
  expect(gateway.services.received.filter(({ path }) => path.startsWith(ARCHIVE))).toEqual([]);
});

it.each([
  ['no name', {}, '', 400, 'missing'],
  ['a name with a control character', {}, 'name=%00.pdf', 400, 'control-character'],
  [
    'another content type',
    { 'content-type': 'multipart/form-data' },
    undefined,
    415,
    'unsupported-media-type',
  ],
  ['JSON', { 'content-type': 'application/json' }, undefined, 415, 'unsupported-media-type'],
  ['no key', { 'idempotency-key': '' }, undefined, 400, 'idempotency-key-malformed'],
  ['nobody', { cookie: '' }, undefined, 401, 'not-logged-in'],
] as const)('refuses a file with %s', async (_what, headers, query, status, code) => {
  const answer = await upload(Buffer.from('%PDF-'), headers, query);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code });
});

it('takes no file where JSON is asked for, and no missing file', async () => {
  const url = `${gateway.baseUrl}/api/v1/suggestions`;
  const headers = { 'content-type': 'application/octet-stream' };
  expect(await send(url, { method: 'POST', cookie, headers, body: {} })).toMatchObject({ status: 415 });
  const none = await send(`${gateway.baseUrl}/api/v1/attachments?name=a.pdf`, { method: 'POST', cookie });
  expect(none.body).toMatchObject({ status: 400, code: 'body-missing' });
});

it('gives a file out in pieces, only ever as a download under its own name', async () => {
  const { behaviours } = gateway.services;
  const content = Buffer.alloc(2.5 * MIB, 'x');
  const name = `"; filename=evil.html; x="'(现场)*.pdf`;
  behaviours.set(`${ARCHIVE}/GetAttachment`, () => ({
    ...{ attachmentId: ID, name, mediaType: 'application/pdf', sizeBytes: BigInt(content.length) },
    ...{ sha256: 'aa', scan: 'clean', scannedBy: 'none', storedAt: '2026-01-01T00:00:00.000Z' },
  }));
  behaviours.set(`${ARCHIVE}/ReadAttachment`, (request) => {
    const offset = Number((request as { offset: bigint }).offset);
    return { content: content.subarray(offset, offset + MIB) };
  });
  const answer = await fetch(`${gateway.baseUrl}/api/v1/attachments/${ID}/content`, { headers: { cookie } });
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(content.length),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const disposition = answer.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="document\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name);
  const about = await send(`${gateway.baseUrl}/api/v1/attachments/${ID}`, { cookie });
  expect(about.body).toMatchObject({ name, sizeBytes: content.length, scan: 'clean' });

  // Half-way only the connection can say it: nobody takes a part for the whole.
  behaviours.set(`${ARCHIVE}/ReadAttachment`, (request) =>
    (request as { offset: bigint }).offset === 0n
      ? { content: content.subarray(0, MIB) }
      : reject('unavailable', 'database-unavailable', ''),
  );
  const cut = await fetch(`${gateway.baseUrl}/api/v1/attachments/${ID}/content`, { headers: { cookie } });
  await expect(cut.arrayBuffer()).rejects.toThrow();
  behaviours.set(`${ARCHIVE}/ReadAttachment`, () =>
    reject('wrong-state', 'attachment-not-clean', '正在查毒'),
  );
  const refused = await send(`${gateway.baseUrl}/api/v1/attachments/${ID}/content`, { cookie });
  expect(refused.body).toMatchObject({ status: 409, code: 'attachment-not-clean' });
  expect(refused.headers.get('content-disposition')).toBeNull();
});
