import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { checkReply as checksOf, type ReplyCheck } from '../domain/check-reply.ts';
import type { ReplyDraft } from '../domain/reply-draft.ts';
import type { AssignmentPorts } from './ports.ts';
import { replyAtHand } from './reply-at-hand.ts';

/** What signing would ask of this text, saved or not. */
export function checkReply(ports: Pick<AssignmentPorts, 'uow' | 'cases' | 'reference'>) {
  return (
    { assignmentId, draft }: { readonly assignmentId: string; readonly draft: ReplyDraft },
    ctx: QueryContext,
  ): Promise<readonly ReplyCheck[] | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const found = await replyAtHand(ports, tx, { assignmentId, ctx });
      return isRejection(found)
        ? found
        : checksOf(found.suggestion, { share: found.share, draft }, found.under);
    });
}
