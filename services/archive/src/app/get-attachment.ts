import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { Attachment } from '../domain/attachment.ts';
import { foldCase } from '../domain/fold.ts';
import { mayReadNamed } from '../domain/may-read-named.ts';
import { attachmentNotFound } from '../domain/rejections.ts';
import type { ArchivePorts } from './ports.ts';
import { subjectOf } from './viewer.ts';

type Ports = Pick<ArchivePorts, 'uow' | 'attachments' | 'uses' | 'facts'>;

/** What is known of a file, by the reader's rights. */
export function getAttachment(ports: Ports) {
  return (request: { attachmentId: string }, ctx: QueryContext): Promise<Attachment | Rejection> =>
    ports.uow.read(
      ctx.tenant,
      async (tx) => (await readableAttachment(ports, tx, request.attachmentId, ctx)) ?? attachmentNotFound,
    );
}

/**
 * A file for this reader: while no more than drafts name it, for its uploader; and for whoever may read what names it.
 * Undefined when it does not exist for the reader.
 */
export async function readableAttachment(
  ports: Pick<ArchivePorts, 'attachments' | 'uses' | 'facts'>,
  tx: Tx,
  attachmentId: string,
  ctx: QueryContext,
): Promise<Attachment | undefined> {
  const found = await ports.attachments.load(tx, ctx.tenant, attachmentId);
  if (found === undefined) return undefined;
  const uses = await ports.uses.casesOf(tx, ctx.tenant, attachmentId);
  let isDraft = true;
  for (const caseId of new Set(uses.map((use) => use.caseId))) {
    // Folded anew: a file that an earlier release saved does not say who may read a draft.
    const file = foldCase(caseId, await ports.facts.ofCase(tx, ctx.tenant, caseId));
    const namings = file.attachments.filter((named) => named.attachmentId === attachmentId);
    if (namings.some((named) => mayReadNamed(file, subjectOf(ctx), named))) return found;
    isDraft &&= namings.every(({ draft }) => draft);
  }
  return isDraft && found.uploaderId === ctx.actor.personId ? found : undefined;
}
