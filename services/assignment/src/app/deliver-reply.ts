import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { decideDelivery, type DeliverReply } from '../domain/deliver-reply.ts';
import type { Decision } from '../domain/events.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';
import { shareWithReply } from './share-with-reply.ts';

/** Records that the reply reached deputies by letter or electronically. */
export function deliverReply(ports: AssignmentPorts) {
  return (request: DeliverReply, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.replyId,
      unknown: 'reply-unknown',
      action: 'assignment.deliver-reply',
      share: (suggestion) => shareWithReply(suggestion, request.replyId),
      decide: (suggestion, under) => {
        const events = decideDelivery(suggestion, request, under);
        if (isRejection(events)) return events;
        return { id: request.replyId, events, keep: keepDeliveries(ports, ctx.tenant, events) };
      },
    });
}

/** Keeps with a decision the deliveries that it holds. */
export function keepDeliveries(
  ports: Pick<AssignmentPorts, 'papers'>,
  tenant: string,
  events: Decision,
): (tx: Tx) => Promise<void> {
  return async (tx) => {
    for (const event of events) {
      if (event.type !== 'reply-delivered') continue;
      const { replyId, deputy, method, deliveredOn } = event.payload;
      await ports.papers.keepDelivery(tx, tenant, { replyId, ...deputy, method, deliveredOn });
    }
  };
}
