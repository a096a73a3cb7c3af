import { Readable } from 'node:stream';
import {
  ArchiveServiceService,
  type Attachment,
  type ReadAttachmentResponse,
} from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { etag, idempotencyKeyOf } from '../http/command-headers.ts';
import { FILE_TYPE } from '../http/content-type.ts';
import { attachmentHeader } from '../http/file-answer.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';
import { commandAnswer, line } from '../http/schemas.ts';

/** A file of 20 MiB has to travel on and be checked. */
const STORE_WITHIN_MS = 25_000;

const attachment = z
  .object({
    attachmentId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.int(),
    sha256: z.string().describe('所保存字节的 SHA-256'),
    scan: z.enum(['pending', 'clean', 'refused']).describe('查毒：等待、未见异常、不通过'),
    scannedBy: z.string().describe('none：未接查毒程序，只检查了文件结构'),
    storedAt: z.string(),
  })
  .meta({ id: 'Attachment' });

/** Files: uploaded, looked at, downloaded. */
export function attachmentRoutes(api: Api): void {
  uploadRoute(api);
  api.query({
    url: '/attachments/{id}',
    operationId: 'getAttachment',
    tag: 'archive',
    summary: '附件的名称、大小与查毒结果',
    client: ArchiveServiceService,
    rpc: 'getAttachment',
    response: attachment,
    toRequest: ({ id }) => ({ attachmentId: id }),
    toAnswer: (found) => ({
      ...found,
      sizeBytes: Number(found.sizeBytes),
      scan: found.scan as 'pending' | 'clean' | 'refused',
    }),
  });
  downloadRoute(api);
}

function uploadRoute({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'POST',
    url: '/attachments',
    operationId: 'storeAttachment',
    tag: 'archive',
    summary: '上传附件，不超过 20 MB',
    description:
      '请求体为文件本身（application/octet-stream）。24 小时内没有被建议或答复引用的附件会删除。' +
      '只接受 pdf、docx、xlsx、pptx、ofd、jpg、png、webp、heic，内容须与扩展名相符。照片不得超过 1.2 亿像素；' +
      '只保存画面和方向，拍摄地点、时间、设备等信息不保存，所以保存的字节数和 sha256 可能与原文件不同。',
    query: z.strictObject({ name: line(200).describe('文件名，带扩展名') }),
    takesFile: true,
    status: 201,
    response: commandAnswer,
    handle: async ({ session, query: { name }, body, request, reply }) => {
      // The validator let nothing but a Buffer through.
      const content = body as unknown as Buffer;
      const stored = await peers.call(
        ArchiveServiceService,
        'storeAttachment',
        { name, content },
        { as: session, idempotencyKey: idempotencyKeyOf(request) ?? '', deadlineMs: STORE_WITHIN_MS },
      );
      if (isRejection(stored)) throw rejectionProblem(stored);
      const version = Number(stored.version);
      reply.header('etag', etag(version));
      return { service: stored.service, id: stored.id, version };
    },
  });
}

function downloadRoute({ app, peers }: Api): void {
  registerRoute(app, {
    method: 'GET',
    url: '/attachments/{id}/content',
    operationId: 'downloadAttachment',
    tag: 'archive',
    summary: '下载附件',
    status: 200,
    response: z.unknown(),
    file: FILE_TYPE,
    handle: async ({ session, params: { id: attachmentId }, reply }) => {
      const as = { as: session };
      const read = (offset: number): Promise<ReadAttachmentResponse | Rejection> =>
        peers.call(ArchiveServiceService, 'readAttachment', { attachmentId, offset: BigInt(offset) }, as);
      const found = await peers.call(ArchiveServiceService, 'getAttachment', { attachmentId }, as);
      if (isRejection(found)) throw rejectionProblem(found);
      const first = await read(0);
      // A refusal is still a problem document; later only the connection can say that something went wrong.
      if (isRejection(first)) throw rejectionProblem(first);
      reply.headers(headersOf(found));
      return Readable.from(pieces(Number(found.sizeBytes), first.content, read));
    },
  });
}

function headersOf({ name, mediaType, sizeBytes }: Attachment): Record<string, string> {
  // Archive refuses names without an extension.
  const dot = name.lastIndexOf('.');
  return {
    'content-type': mediaType,
    'content-length': String(sizeBytes),
    'content-disposition': attachmentHeader(name.slice(0, dot), name.slice(dot + 1)),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
}

/** Every piece is asked for when the client has taken the one before. */
async function* pieces(
  size: number,
  first: Uint8Array,
  read: (offset: number) => Promise<ReadAttachmentResponse | Rejection>,
): AsyncGenerator<Uint8Array> {
  let piece = first;
  for (let sent = 0; sent < size;) {
    if (piece.length === 0) throw new Error('an attachment ended before its size');
    yield piece;
    sent += piece.length;
    if (sent >= size) return;
    const next = await read(sent);
    if (isRejection(next)) throw new Error(`an attachment is refused half-way: ${next.code}`);
    piece = next.content;
  }
}
