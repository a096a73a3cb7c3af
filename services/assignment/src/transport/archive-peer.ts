import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { checkAttachments } from '@huiyin/rpc/check-attachments';
import type { RpcClient } from '@huiyin/rpc/client';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import type { EarlierCases, EvidenceFiles } from '../app/ports.ts';

/** Milliseconds after which the asker is told that archive does not answer. */
const DEADLINE_MS = 3_000;

/** Asks archive whether a unit may name files. */
export function archiveFiles(
  archive: Pick<RpcClient<typeof ArchiveServiceService>, 'checkAttachments'>,
): EvidenceFiles {
  return {
    check: async (ctx, named) => {
      try {
        return await checkAttachments(archive, ctx, { ...named, deadlineMs: DEADLINE_MS });
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
  return reject('unavailable', 'archive-unavailable', '档案服务暂时没有回应，请稍后再试');
}
