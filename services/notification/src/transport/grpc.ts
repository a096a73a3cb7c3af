import { NotificationServiceService, Subscription } from '@huiyin/contracts/gen/notification/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { NotificationUseCases } from '../app/use-cases.ts';

/** The gRPC API: decode, call the use case, encode. */
export function notificationGrpc(use: NotificationUseCases): GrpcService {
  return grpcService(NotificationServiceService, {
    listNotices: query(async ({ page, unreadOnly }, ctx) => {
      const request = { unreadOnly, limit: page?.limit ?? 0, cursor: page?.cursor ?? '' };
      const { notices, unread, full } = await use.listNotices(request, ctx);
      return {
        notices: notices.map(({ noticeId, type, text, caseId, occurredAt, readAt }) => ({
          noticeId,
          type,
          text,
          caseId,
          occurredAt: occurredAt.toISOString(),
          read: readAt !== null,
        })),
        nextCursor: full ? (notices.at(-1)?.noticeId ?? '') : '',
        unread,
      };
    }),
    markNoticeRead: command(use.markNoticeRead),
    markNoticesRead: command(use.markNoticesRead),
    getSubscription: query(async (request, ctx) => {
      const { subscription, available } = await use.getSubscription(request, ctx);
      const { quiet, ...choice } = subscription;
      const said = { ...choice, quietFrom: quiet.from, quietTo: quiet.to };
      return { subscription: said, available: [...available] };
    }),
    changeSubscription: command(({ subscription = Subscription.fromPartial({}) }, ctx) => {
      const { quietFrom: from, quietTo: to, ...choice } = subscription;
      return use.changeSubscription({ ...choice, quiet: { from, to } }, ctx);
    }),
    listDeliveries: query(async ({ page }, ctx) => {
      const found = await use.listDeliveries({ limit: page?.limit ?? 0, cursor: page?.cursor ?? '' }, ctx);
      if (isRejection(found)) return found;
      const { deliveries, full } = found;
      return {
        deliveries: deliveries.map(({ isDigest, dueAt, ...delivery }) => ({
          ...{ ...delivery, digest: isDigest, dueAt: dueAt.toISOString() },
        })),
        nextCursor: full ? (deliveries.at(-1)?.deliveryId ?? '') : '',
      };
    }),
    settleDelivery: command(use.settleDelivery),
    resendDelivery: command(use.resendDelivery),
  });
}
