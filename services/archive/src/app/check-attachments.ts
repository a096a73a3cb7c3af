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

/**
 * Answers services whether files may be named in what they are about to accept. What may is kept from then on, however
 * late the fact that names it comes.
 */
export function checkAttachments(ports: Pick<ArchivePorts, 'uow' | 'attachments' | 'clock'>) {
  return async (
    { claims }: { claims: readonly AttachmentClaim[] },
    ctx: QueryContext,
  ): Promise<readonly CheckedAttachment[] | Rejection> => {
    if (ctx.actor.personId !== 'system') return notPermitted('此问题由系统内部提出');
    if (claims.length > MAX_CLAIMS) return tooManyAttachments;
    const now = ports.clock.now();
    const checked: CheckedAttachment[] = [];
    for (const claim of claims) {
      const { attachmentId } = claim;
      // Under the lock that its removal takes.
      await ports.uow.act(ctx, attachmentId, async (tx) => {
        const found = await ports.attachments.load(tx, ctx.tenant, attachmentId);
        const code = refuseClaim(claim, found, now);
        checked.push({ attachmentId, code, name: code === undefined ? (found?.name ?? '') : '' });
        if (code !== undefined) return;
        await ports.attachments.claim(tx, ctx.tenant, attachmentId, {
          service: ctx.actor.accountId,
          at: now,
        });
      });
    }
    return checked;
  };
}
