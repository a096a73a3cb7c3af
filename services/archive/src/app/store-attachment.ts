import { can } from '@huiyin/access/can';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { stableId } from '@huiyin/kernel/ids';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { sha256Of } from '../domain/attachment.ts';
import { notPermitted } from '../domain/rejections.ts';
import { CHUNK_BYTES } from './attachment-chunks.ts';
import type { ArchivePorts } from './ports.ts';
import { subjectOf } from './viewer.ts';

type Ports = Pick<ArchivePorts, 'uow' | 'attachments' | 'checkContent' | 'scanner' | 'clock'>;

/** Keeps a file. The form is checked first; whether it is clean the scanner says later, where there is one. */
export function storeAttachment(ports: Ports) {
  return async (
    { name, content }: { name: string; content: Buffer },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> => {
    const decision = can(subjectOf(ctx), 'archive.store-attachment', { tenant: ctx.tenant, relations: [] });
    if (!decision.allowed) return notPermitted(decision.reason);
    const checked = await ports.checkContent(name, content);
    if (isRejection(checked)) return checked;
    const { mediaType, bytes } = checked;
    const attachmentId = stableId('attachment', ctx.tenant, ctx.actor.accountId, ctx.idempotencyKey);
    // A case names what others read; what the uploader sent, and may show elsewhere, is known again by a hash of its own.
    const sha256 = sha256Of(bytes);
    const receivedSha256 = sha256Of(content);
    const now = ports.clock.now();
    return ports.uow.command(ctx, attachmentId, async (tx, stream) => {
      await ports.attachments.add(tx, ctx.tenant, {
        ...{ attachmentId, sha256, name, mediaType, sizeBytes: bytes.length },
        uploaderId: ctx.actor.personId,
        uploaderUnitId: ctx.actor.unitId ?? '',
        scan: ports.scanner === undefined ? 'clean' : 'pending',
        scannedBy: ports.scanner === undefined ? 'none' : '',
        storedAt: now,
        unnamedSince: now,
        chunks: chunksOf(bytes),
      });
      await stream.append({
        type: 'attachment-stored',
        payload: { attachmentId, sha256, sizeBytes: `${bytes.length}`, mediaType, receivedSha256 },
      });
      return { id: attachmentId };
    });
  };
}

function chunksOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, index) =>
    bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
  );
}
