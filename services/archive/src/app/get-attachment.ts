import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { Attachment } from '../domain/attachment.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { attachmentNotFound } from '../domain/rejections.ts';
import { mayReadFile } from '../domain/visibility.ts';
import type { ArchivePorts } from './ports.ts';
import { subjectOf } from './viewer.ts';

type Ports = Pick<ArchivePorts, 'uow' | 'attachments' | 'uses' | 'files'>;

/** What is known of a file, by the reader's rights. */
export function getAttachment(ports: Ports) {
  return (request: { attachmentId: string }, ctx: QueryContext): Promise<Attachment | Rejection> =>
    ports.uow.read(
      ctx.tenant,
      async (tx) => (await readableAttachment(ports, tx, request.attachmentId, ctx)) ?? attachmentNotFound,
    );
}

/**
 * A file for this reader: while no case names it, for its uploader; then for whoever may read a part that names it.
 * Undefined when it does not exist for the reader.
 */
export async function readableAttachment(
  ports: Pick<ArchivePorts, 'attachments' | 'uses' | 'files'>,
  tx: Tx,
  attachmentId: string,
  ctx: QueryContext,
): Promise<Attachment | undefined> {
  const found = await ports.attachments.load(tx, ctx.tenant, attachmentId);
  if (found === undefined) return undefined;
  const uses = await ports.uses.casesOf(tx, ctx.tenant, attachmentId);
  if (uses.length === 0) return found.uploaderId === ctx.actor.personId ? found : undefined;
  for (const { caseId, part } of uses) {
    const row = await ports.files.load(tx, ctx.tenant, caseId);
    if (row?.origin !== 'live') continue;
    if (mayReadFile(row.file as CaseFile, subjectOf(ctx), { attachmentId, part })) return found;
  }
  return undefined;
}
