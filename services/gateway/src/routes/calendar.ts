import { createHash } from 'node:crypto';
import { MeetingServiceService } from '@huiyin/contracts/gen/meeting/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import type { CallOptions } from '../http/peers.ts';
import { problem } from '../http/problem.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerOpenRoute } from '../http/route.ts';
import { queryFlag, sha256 } from '../http/schemas.ts';

const forService = { tag: 'meeting', client: MeetingServiceService } as const;

/** `<tenant>.<secret>`: 256 bits that only the address holds. */
const feedKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}\.[A-Za-z0-9_-]{43}$/)
  .describe('订阅地址中的密钥；不带时须已登录');

/** 日历: the reader's meetings for calendar programs, which cannot log in (docs/adr/0016). */
export function calendarRoutes(api: Api): void {
  feed(api);
  calendar(api);
}

function feed(api: Api): void {
  api.query({
    ...forService,
    url: '/calendar-feed',
    operationId: 'getCalendarFeed',
    summary: '本人当前身份的日历订阅',
    response: z
      .object({ madeAt: z.string().describe('订阅地址的生成时刻；没有订阅时为空') })
      .meta({ id: 'CalendarFeed' }),
    rpc: 'getCalendarFeed',
    toRequest: () => ({}),
    toAnswer: ({ madeAt }) => ({ madeAt }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/calendar-feed:renew',
    operationId: 'renewCalendarFeed',
    summary: '生成或更换日历订阅地址',
    description:
      '客户端自取 256 位随机数，以 base64url（43 个字符）为密钥，只上交其 SHA-256；地址为 ' +
      '/api/v1/meetings.ics?feed=<区划>.<密钥>。原地址随即失效。',
    body: z.strictObject({ secretHash: sha256 }).meta({ id: 'RenewCalendarFeed' }),
    rpc: 'renewCalendarFeed',
    toRequest: (_params, body) => body,
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/calendar-feed:revoke',
    operationId: 'revokeCalendarFeed',
    summary: '停用日历订阅',
    rpc: 'revokeCalendarFeed',
    toRequest: () => ({}),
  });
}

function calendar({ app, peers }: Api): void {
  const query = z.strictObject({
    feed: feedKey.optional(),
    mine: queryFlag.optional().describe('只含邀请我的'),
  });
  registerOpenRoute(app, {
    method: 'GET',
    url: '/meetings.ics',
    operationId: 'getMeetingCalendar',
    tag: 'meeting',
    summary: '会议日历（RFC 5545）',
    description: '90 天前起的会议，范围与会议列表相同。日历程序用订阅地址，不需登录。',
    query,
    status: 200,
    file: 'text/calendar; charset=utf-8',
    response: z.string(),
    handle: async ({ query: { feed: key, mine = false }, request, reply }) => {
      const site = `${request.protocol}://${request.host}`;
      const answer =
        key === undefined
          ? await peers.call(MeetingServiceService, 'getCalendar', { mine, site }, { as: sessionOf(request) })
          : await peers.call(
              MeetingServiceService,
              'readCalendarFeed',
              { secretHash: hashOf(key), mine, site },
              { as: { tenant: tenantOf(key) } },
            );
      if (isRejection(answer)) throw rejectionProblem(answer);
      reply.header('content-disposition', 'inline; filename="meetings.ics"');
      return answer.calendar;
    },
  });
}

function sessionOf(request: FastifyRequest): Extract<CallOptions['as'], { readonly key: string }> {
  if (request.session !== undefined) return request.session;
  throw problem(request.sessionExpired ? 'session-expired' : 'not-logged-in');
}

function tenantOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

function hashOf(key: string): string {
  return createHash('sha256')
    .update(key.slice(key.indexOf('.') + 1))
    .digest('hex');
}
