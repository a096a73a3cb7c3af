import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection, reject } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import type { RecordFileChecks } from '../app/ports.ts';
import type { AttachmentCode } from '../domain/rejections.ts';

/** Milliseconds after which the asker is told that archive does not answer. */
const DEADLINE_MS = 3_000;

const CODES: readonly AttachmentCode[] = [
  'attachment-unknown',
  'attachment-hash-differs',
  'attachment-not-clean',
  'attachment-expired',
];

/** Asks archive whether somebody may name files; looked for when it is asked. */
export function archiveFiles(
  archive: () => Pick<RpcClient<typeof ArchiveServiceService>, 'checkAttachments'>,
): RecordFileChecks {
  return {
    check: async ({ tenant, at, actor }, files) => {
      const attachments = files.map((file) => ({ ...file, name: '' }));
      const { personId, unitId = '' } = actor;
      try {
        const answer = await archive().checkAttachments(
          { attachments, uploaderIds: [personId], unitId },
          { asService: { tenant, at }, deadlineMs: DEADLINE_MS },
        );
        if (isRejection(answer)) return answer;
        return answer.attachments.map(({ attachmentId, code, name }) => ({
          ...{ attachmentId, name },
          code: code === '' ? undefined : (CODES.find((known) => known === code) ?? 'attachment-unknown'),
        }));
      } catch (error) {
        if (!(error instanceof RpcUnavailable)) throw error;
        return reject('unavailable', 'archive-unavailable', '档案服务暂时没有回应,请稍后再试');
      }
    },
  };
}
