import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { reject } from '@huiyin/kernel/rejection';
import { checkAttachments } from '@huiyin/rpc/check-attachments';
import type { RpcClient } from '@huiyin/rpc/client';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import type { RecordFileChecks } from '../app/ports.ts';

/** Milliseconds after which the asker is told that archive does not answer. */
const DEADLINE_MS = 3_000;

/** Asks archive whether somebody may name files; looked for when it is asked. */
export function archiveFiles(
  archive: () => Pick<RpcClient<typeof ArchiveServiceService>, 'checkAttachments'>,
): RecordFileChecks {
  return {
    check: async (ctx, files) => {
      const { personId, unitId = '' } = ctx.actor;
      const claim = { files, uploaderIds: [personId], unitId, deadlineMs: DEADLINE_MS };
      try {
        return await checkAttachments(archive(), ctx, claim);
      } catch (error) {
        if (!(error instanceof RpcUnavailable)) throw error;
        return reject('unavailable', 'archive-unavailable', '档案服务暂时没有回应，请稍后再试');
      }
    },
  };
}
