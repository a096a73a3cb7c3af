import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { attachmentRefused } from '../domain/rejections.ts';
import type { ResultEvidence } from '../domain/result-class.ts';
import type { AssignmentPorts } from './ports.ts';

/**
 * Why the evidence may not name its files; undefined when archive knows each as clean, as the same bytes and as uploaded
 * by the actor's unit. Ask before the transaction: this is a call to a peer.
 */
export async function refuseFiles(
  ports: Pick<AssignmentPorts, 'evidenceFiles'>,
  ctx: CommandContext,
  { attachments: files }: Pick<ResultEvidence, 'attachments'>,
): Promise<Rejection | undefined> {
  if (files.length === 0) return undefined;
  const checked = await ports.evidenceFiles.check(ctx, { files, unitId: ctx.actor.unitId ?? '' });
  if (isRejection(checked)) return checked;
  for (const { attachmentId } of files) {
    const found = checked.find((file) => file.attachmentId === attachmentId);
    // An answer that leaves a file out says nothing for it.
    const code = found === undefined ? 'attachment-unknown' : found.code;
    if (code !== undefined) return attachmentRefused(code, attachmentId);
  }
  return undefined;
}
