import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { checkAttachments } from '@huiyin/rpc/check-attachments';
import type { RpcClient } from '@huiyin/rpc/client';
import type { IntakePorts } from '../app/ports.ts';

/** Asks archive whether files may be named. Rejects when it does not answer. */
export function askArchive(
  archive: () => Pick<RpcClient<typeof ArchiveServiceService>, 'checkAttachments'>,
): IntakePorts['checkFiles'] {
  return (ctx, claim) => checkAttachments(archive(), ctx, claim);
}
