import { NotificationServiceService } from '@huiyin/contracts/gen/notification/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';

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
