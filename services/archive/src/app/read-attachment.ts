import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { attachmentNotClean, attachmentNotFound, offsetMalformed } from '../domain/rejections.ts';
import { CHUNK_BYTES, CHUNKS_A_PAGE } from './attachment-chunks.ts';
import { readableAttachment } from './get-attachment.ts';
import type { ArchivePorts } from './ports.ts';

type Ports = Pick<ArchivePorts, 'uow' | 'attachments' | 'uses' | 'facts'>;

/** At most 1 MiB of a clean file from an offset; nothing beyond its end. */
export function readAttachment(ports: Ports) {
  return async (
    { attachmentId, offset }: { attachmentId: string; offset: number },
    ctx: QueryContext,
  ): Promise<Buffer | Rejection> => {
    if (!Number.isSafeInteger(offset / CHUNK_BYTES) || offset < 0 || offset > MAX_OFFSET_BYTES)
      return offsetMalformed;
    return ports.uow.read(ctx.tenant, async (tx) => {
      const found = await readableAttachment(ports, tx, attachmentId, ctx);
      if (found === undefined) return attachmentNotFound;
      if (found.scan !== 'clean') return attachmentNotClean(found.scan);
      const which = { attachmentId, from: offset / CHUNK_BYTES, limit: CHUNKS_A_PAGE };
      return Buffer.concat(await ports.attachments.chunks(tx, ctx.tenant, which));
    });
  };
}

/** Far beyond any file, and a number every layer can hold. */
const MAX_OFFSET_BYTES = 1024 * 1024 * 1024;
