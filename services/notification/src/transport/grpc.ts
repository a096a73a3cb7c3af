import { NotificationServiceService } from '@huiyin/contracts/gen/notification/v1/service';
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
  });
}
