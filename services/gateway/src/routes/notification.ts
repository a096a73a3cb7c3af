import { NotificationServiceService } from '@huiyin/contracts/gen/notification/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { id } from '../http/schemas.ts';

const notice = z
  .object({
    noticeId: z.string(),
    type: z.string(),
    text: z.string(),
    caseId: z.string(),
    occurredAt: z.string(),
    read: z.boolean(),
  })
  .meta({ id: 'Notice' });

const upTo = z.strictObject({ upToNoticeId: id.describe('看到的最新一条') }).meta({ id: 'MarkNoticesRead' });

/** The caller's own notices. */
export function notificationRoutes(api: Api): void {
  api.list({
    url: '/notices',
    operationId: 'listNotices',
    tag: 'notification',
    summary: '我的通知',
    query: { unreadOnly: z.enum(['true', 'false']).default('false') },
    client: NotificationServiceService,
    rpc: 'listNotices',
    item: notice,
    toRequest: (_params, { unreadOnly }, page) => ({ page, unreadOnly: unreadOnly === 'true' }),
    toPage: ({ notices, nextCursor }) => ({ items: notices, nextCursor }),
  });
  api.query({
    url: '/notices:count-unread',
    operationId: 'countUnreadNotices',
    tag: 'notification',
    summary: '未读通知数',
    client: NotificationServiceService,
    rpc: 'listNotices',
    response: z.object({ unread: z.int() }),
    toRequest: () => ({ page: { limit: 1, cursor: '' }, unreadOnly: true }),
    toAnswer: ({ unread }) => ({ unread }),
  });
  api.command({
    method: 'POST',
    url: '/notices:mark-read',
    operationId: 'markNoticesRead',
    tag: 'notification',
    summary: '到这一条为止全部标为已读',
    body: upTo,
    client: NotificationServiceService,
    rpc: 'markNoticesRead',
    toRequest: (_params, { upToNoticeId }) => ({ upToNoticeId }),
  });
  api.command({
    method: 'POST',
    url: '/notices/{id}:read',
    operationId: 'markNoticeRead',
    tag: 'notification',
    summary: '标为已读',
    client: NotificationServiceService,
    rpc: 'markNoticeRead',
    toRequest: (params) => ({ noticeId: params.id }),
  });
}
