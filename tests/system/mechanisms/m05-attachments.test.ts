import { createHash, randomUUID } from 'node:crypto';
import { waitFor } from '@huiyin/testkit/wait-for';
import { expect, it } from 'vitest';
import { cast, deputy, textOf } from './support/case-of.ts';
import { cookieOf, download, upload } from './support/files.ts';
import { seen } from './support/seen.ts';

/** Larger than a page of the download, and than what other requests may hold. */
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5 * 1024 * 1024, 'x')]);

it('M5 submission 提交: an attachment is uploaded, named, and read by whoever may read the text', async (context) => {
  const [lead, other, elsewhere, clerk] = await Promise.all([
    cookieOf(`deputy-26@${cast.tenant}`),
    cookieOf(`deputy-27@${cast.tenant}`),
    cookieOf('deputy-26@xiling'),
    cookieOf(`clerk@${cast.tenant}`),
  ]);
  expect((await upload(lead, '照片.png', PDF)).code).toBe('attachment-type-differs');
  const key = randomUUID();
  const { id: attachmentId } = await upload(lead, '现场照片.pdf', PDF, key);
  expect((await upload(lead, '现场照片.pdf', PDF, key)).id).toBe(attachmentId);
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  const file = { attachmentId, sha256, name: '随便.pdf' };

  const { title, facts, demands } = textOf('m5 attachment');
  const text = { title, facts, demands };
  await expect(
    (await deputy(27)).post('/suggestions', { text: { ...text, attachments: [file] } }),
  ).rejects.toThrow(/attachment-unknown/);
  const { id } = await (await deputy(26)).post('/suggestions', { text: { ...text, attachments: [file] } });
  await (await deputy(26)).post(`/suggestions/${id}:submit`);
  const shown = await (await deputy(26)).get<{ text: { attachments: object[] } }>(`/suggestions/${id}`);
  expect(shown.text.attachments).toEqual([{ ...file, name: '现场照片.pdf' }]);

  // The desk reads it once the submission has arrived at archive; then the uploader's own right is the deputy's.
  const desk = await cookieOf(`desk@${cast.tenant}`);
  await waitFor('the desk to read the file', async () => (await download(desk, attachmentId)).status === 200);
  const answer = await download(lead, attachmentId);
  expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
  for (const stranger of [other, elsewhere, clerk])
    expect((await download(stranger, attachmentId)).status).toBe(404);
  const page = await (await cast.person('desk')).get<{ attachments: object[] }>(`/cases/${id}`);
  expect(page.attachments).toEqual([
    { attachmentId, name: '现场照片.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length, part: 'text' },
  ]);
  seen(context, '附件：上传者引用后，代表工委可下载；交办前其他代表、承办单位和外区得 404');
});
