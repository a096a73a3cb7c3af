import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { reject } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import type { EarlierCases } from '../app/ports.ts';

/** Milliseconds after which the page is shown without proposals. */
const DEADLINE_MS = 3_000;

/** Asks archive, as this service and in the asker's tenant; a question that may be asked again. */
export function archivePeer(archive: RpcClient<typeof ArchiveServiceService>): EarlierCases {
  return {
    rankUnits: async ({ tenant, at }, request) => {
      try {
        return await archive.rankUnits(request, { asService: { tenant, at }, deadlineMs: DEADLINE_MS });
      } catch (error) {
        if (!(error instanceof RpcUnavailable)) throw error;
        return reject('unavailable', 'archive-unavailable', '档案服务暂时没有回应,请稍后再试');
      }
    },
  };
}
