import type { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { ATTACHMENT_CODES, type CheckedFile } from '@huiyin/kernel/checked-file';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from './client.ts';

type Archive = Pick<RpcClient<typeof ArchiveServiceService>, 'checkAttachments'>;

/** The files that somebody wants to name, and whose uploads they may be. */
interface Claim {
  readonly files: readonly {
    readonly attachmentId: string;
    readonly sha256: string;
    readonly name?: string;
  }[];
  readonly uploaderIds?: readonly string[];
  readonly unitId?: string;
  /** Milliseconds after which archive counts as away; the client's own unless given. */
  readonly deadlineMs?: number;
}

/**
 * Asks archive whether files may be named: never inside a transaction. A code that is not known here counts as unknown.
 * Throws RpcUnavailable when archive is away.
 */
export async function checkAttachments(
  archive: Archive,
  { tenant, at }: Pick<QueryContext, 'tenant' | 'at'>,
  { files, uploaderIds = [], unitId = '', deadlineMs }: Claim,
): Promise<readonly CheckedFile[] | Rejection> {
  const answer = await archive.checkAttachments(
    { attachments: files.map((file) => ({ name: '', ...file })), uploaderIds: [...uploaderIds], unitId },
    { asService: { tenant, at }, ...(deadlineMs === undefined ? {} : { deadlineMs }) },
  );
  if (isRejection(answer)) return answer;
  return answer.attachments.map(({ attachmentId, code, name }) => ({
    ...{ attachmentId, name },
    code:
      code === '' ? undefined : (ATTACHMENT_CODES.find((known) => known === code) ?? 'attachment-unknown'),
  }));
}
