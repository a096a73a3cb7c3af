import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';
import type { IntakePorts } from '../app/ports.ts';
import type { AttachmentCode } from '../domain/rejections.ts';

/** Asks archive whether files may be named. Rejects when it does not answer. */
export function askArchive(
  archive: () => Pick<RpcClient<typeof ArchiveServiceService>, 'checkAttachments'>,
): IntakePorts['checkFiles'] {
  return async ({ tenant, at }, { files, uploaderIds }) => {
    const attachments = files.map((file) => ({ ...file }));
    const answer = await archive().checkAttachments(
      { attachments, uploaderIds: [...uploaderIds], unitId: '' },
      { asService: { tenant, at } },
    );
    if (isRejection(answer)) return answer;
    return answer.attachments.map(({ attachmentId, code, name }) => ({
      ...{ attachmentId, name },
      code: code === '' ? undefined : (CODES.find((known) => known === code) ?? 'attachment-unknown'),
    }));
  };
}

const CODES: readonly AttachmentCode[] = [
  'attachment-unknown',
  'attachment-hash-differs',
  'attachment-not-clean',
  'attachment-expired',
];
