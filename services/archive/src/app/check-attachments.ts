import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseClaim, type AttachmentClaim, type ClaimCode } from '../domain/attachment.ts';
import { notPermitted, tooManyAttachments } from '../domain/rejections.ts';
import type { ArchivePorts } from './ports.ts';

/** Whether one file may be named; `code` is absent when it may. */
export interface CheckedAttachment {
  readonly attachmentId: string;
  readonly code: ClaimCode | undefined;
  /** As stored; empty when it may not be named. */
  readonly name: string;
}

const MAX_CLAIMS = 50;

/** Answers services whether files may be named in what they are about to accept. */
export function checkAttachments(ports: Pick<ArchivePorts, 'uow' | 'attachments' | 'clock'>) {
  return async (
    { claims }: { claims: readonly AttachmentClaim[] },
    ctx: QueryContext,
  ): Promise<readonly CheckedAttachment[] | Rejection> => {
    if (ctx.actor.personId !== 'system') return notPermitted('此问题由系统内部提出');
    if (claims.length > MAX_CLAIMS) return tooManyAttachments;
    const now = ports.clock.now();
    return ports.uow.read(ctx.tenant, async (tx) => {
      const checked: CheckedAttachment[] = [];
      for (const claim of claims) {
        const found = await ports.attachments.load(tx, ctx.tenant, claim.attachmentId);
        const code = refuseClaim(claim, found, now);
        const name = code === undefined ? (found?.name ?? '') : '';
        checked.push({ attachmentId: claim.attachmentId, code, name });
      }
      return checked;
    });
  };
}
