import type {
  ArchiveServiceService,
  Attachment as ProtoAttachment,
} from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, large, query } from '@huiyin/rpc/handlers';
import { LARGEST_FILE_MESSAGE_BYTES } from '@huiyin/rpc/message-limit';
import type { HandlersOf } from '@huiyin/rpc/service';
import type { ArchiveUseCases } from '../app/use-cases.ts';
import type { Attachment } from '../domain/attachment.ts';

type AttachmentHandlers = Pick<
  HandlersOf<typeof ArchiveServiceService>,
  'storeAttachment' | 'getAttachment' | 'readAttachment' | 'checkAttachments'
>;

/** The part of the gRPC API that is about files. */
export function attachmentHandlers(use: ArchiveUseCases): AttachmentHandlers {
  return {
    storeAttachment: large(
      command(({ name, content }, ctx) => use.storeAttachment({ name, content: bufferOf(content) }, ctx)),
      LARGEST_FILE_MESSAGE_BYTES,
    ),
    getAttachment: query(async ({ attachmentId }, ctx) => {
      const found = await use.getAttachment({ attachmentId }, ctx);
      return isRejection(found) ? found : attachmentTo(found);
    }),
    readAttachment: query(async ({ attachmentId, offset }, ctx) => {
      const content = await use.readAttachment({ attachmentId, offset: Number(offset) }, ctx);
      return isRejection(content) ? content : { content };
    }),
    checkAttachments: query(async ({ attachments, uploaderIds, unitId }, ctx) => {
      const claims = attachments.map(({ attachmentId, sha256 }) => ({
        ...{ attachmentId, sha256, uploaderIds, unitId },
      }));
      const checked = await use.checkAttachments({ claims }, ctx);
      if (isRejection(checked)) return checked;
      return { attachments: checked.map(({ code, ...file }) => ({ ...file, code: code ?? '' })) };
    }),
  };
}

/** The same bytes, not a copy. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function attachmentTo(file: Attachment): ProtoAttachment {
  const { attachmentId, name, mediaType, sizeBytes, sha256, scan, scannedBy, storedAt } = file;
  return {
    ...{ attachmentId, name, mediaType, sha256, scan, scannedBy },
    sizeBytes: BigInt(sizeBytes),
    storedAt: storedAt.toISOString(),
  };
}
