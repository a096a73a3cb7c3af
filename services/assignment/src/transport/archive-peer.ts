import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import type { EarlierCases, EvidenceFiles } from '../app/ports.ts';
import type { AttachmentCode } from '../domain/rejections.ts';

/** Milliseconds after which the asker is told that archive does not answer. */
const DEADLINE_MS = 3_000;

const CODES: readonly AttachmentCode[] = [
  'attachment-unknown',
  'attachment-hash-differs',
  'attachment-not-clean',
  'attachment-expired',
];

/** Asks archive whether a unit may name files. */
export function archiveFiles(
  archive: Pick<RpcClient<typeof ArchiveServiceService>, 'checkAttachments'>,
): EvidenceFiles {
  return {
    check: async ({ tenant, at }, { files, unitId }) => {
      const attachments = files.map((file) => ({ ...file }));
      try {
        const answer = await archive.checkAttachments(
          { attachments, uploaderIds: [], unitId },
          { asService: { tenant, at }, deadlineMs: DEADLINE_MS },
        );
        if (isRejection(answer)) return answer;
        return answer.attachments.map(({ attachmentId, code }) => ({
          attachmentId,
          code: code === '' ? undefined : (CODES.find((known) => known === code) ?? 'attachment-unknown'),
        }));
      } catch (error) {
        return unavailable(error);
      }
    },
  };
}

/** Asks archive, as this service and in the asker's tenant; a question that may be asked again. */
export function archivePeer(archive: RpcClient<typeof ArchiveServiceService>): EarlierCases {
  return {
    rankUnits: async ({ tenant, at }, request) => {
      try {
        return await archive.rankUnits(request, { asService: { tenant, at }, deadlineMs: DEADLINE_MS });
      } catch (error) {
        return unavailable(error);
      }
    },
  };
}

function unavailable(error: unknown): Rejection {
  if (!(error instanceof RpcUnavailable)) throw error;
  return reject('unavailable', 'archive-unavailable', '档案服务暂时没有回应,请稍后再试');
}
