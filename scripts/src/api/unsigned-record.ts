import type { ApiSession } from './session.ts';

interface ShareFile {
  readonly replies: readonly {
    readonly replyId: string;
    readonly unsigned: readonly { readonly recordId: string; readonly deputyId: string }[];
  }[];
}

/** The 当面答复记录 of a reply that waits for this deputy; throws when there is none. `share`: its path. */
export async function unsignedRecord(
  reader: ApiSession,
  share: string,
  of: { readonly replyId: string; readonly deputyId: string },
): Promise<string> {
  const { replies } = await reader.get<ShareFile>(share);
  const record = replies
    .find(({ replyId }) => replyId === of.replyId)
    ?.unsigned.find(({ deputyId }) => deputyId === of.deputyId);
  if (record === undefined) throw new Error(`no record of ${of.replyId} waits for ${of.deputyId}`);
  return record.recordId;
}
