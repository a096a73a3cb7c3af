import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideSupplement, type SupplementReply } from '../domain/supplement-reply.ts';
import { changeWithFiles } from './evidence-files.ts';
import type { AssignmentPorts } from './ports.ts';
import { shareWithReply } from './share-with-reply.ts';

/** 补充答复: the only way in which a result class changes. Answers the id of the supplement. */
export function supplementReply(ports: AssignmentPorts) {
  return (request: Omit<SupplementReply, 'promiseIds'>, ctx: CommandContext) =>
    changeWithFiles(ports, ctx, {
      evidence: request.evidence,
      partId: request.replyId,
      unknown: 'reply-unknown',
      action: 'assignment.supplement-reply',
      share: (suggestion) => shareWithReply(suggestion, request.replyId),
      decide: (suggestion, under) => {
        const promiseIds = request.promises.map(() => newId());
        const events = decideSupplement(suggestion, { ...request, promiseIds }, under);
        if (isRejection(events)) return events;
        const { replyId, resultClass, why, text } = request;
        const kept = { id: newId(), replyId, resultClass, why, text, supplementedOn: under.today };
        return { id: kept.id, events, keep: (tx) => ports.papers.keepSupplement(tx, ctx.tenant, kept) };
      },
    });
}
