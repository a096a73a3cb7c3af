import { NotificationServiceService } from '@huiyin/contracts/gen/notification/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { text } from '../http/schemas.ts';

const LONGEST_ADDRESS = 254;
const LONGEST_REASON = 500;

const channel = z.enum(['e-mail', 'webhook']);
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间须为 24 小时制的四位数字，如 22:00')
  .describe('北京时间');

const choice = {
  email: z.boolean().describe('邮件'),
  emailAddress: z.string().trim().max(LONGEST_ADDRESS).describe('没有填写时为空'),
  webhook: z.boolean().describe('短信、政务钉钉等，由本市的消息平台转发'),
  digest: z.boolean().describe('可以等的每天 08:00 汇总成一封'),
  quietFrom: timeOfDay.describe('免打扰开始'),
  quietTo: timeOfDay.describe('免打扰结束；与开始相同即不设'),
};

const subscription = z
  .object({ ...choice, available: z.array(channel).describe('本市开通的方式') })
  .meta({ id: 'Subscription' });

const delivery = z
  .object({
    deliveryId: z.string(),
    personId: z.string(),
    channel,
    state: z.enum(['refused', 'unknown']).describe('被拒收，或者不知道是否送到'),
    digest: z.boolean().describe('每日汇总'),
    dueAt: z.string(),
    attempts: z.int(),
    lastAnswer: z.string().describe('对方服务器的回答，或者为什么不知道'),
  })
  .meta({ id: 'Delivery' });

const decision = z.strictObject({ reason: text(LONGEST_REASON) }).meta({ id: 'DecideDelivery' });

const forService = { tag: 'notification', client: NotificationServiceService } as const;

/** How the caller is told beside the inbox, and what an operator decides about messages that did not get through. */
export function subscriptionRoutes(api: Api): void {
  api.query({
    ...forService,
    url: '/subscriptions',
    operationId: 'getSubscription',
    summary: '我的通知方式',
    rpc: 'getSubscription',
    response: subscription,
    toRequest: () => ({}),
    toAnswer: ({ subscription: said, available }) => subscription.parse({ ...said, available }),
  });
  api.command({
    ...forService,
    method: 'PUT',
    url: '/subscriptions',
    operationId: 'changeSubscription',
    summary: '更改我的通知方式',
    body: z.strictObject(choice).meta({ id: 'ChangeSubscription' }),
    ifMatch: 'optional',
    rpc: 'changeSubscription',
    toRequest: (_params, body) => ({ subscription: body }),
  });
  api.list({
    ...forService,
    url: '/deliveries',
    operationId: 'listDeliveries',
    summary: '没有送到或不知道是否送到的通知',
    rpc: 'listDeliveries',
    item: delivery,
    toRequest: (_params, _query, page) => ({ page }),
    toPage: ({ deliveries, nextCursor }) => ({
      items: deliveries.map((each) => delivery.parse(each)),
      nextCursor,
    }),
  });
  for (const [verb, rpc, summary] of [
    ['settle', 'settleDelivery', '不再发送，按已处理'],
    ['resend', 'resendDelivery', '再发一次，可能收到两份'],
  ] as const) {
    api.command({
      ...forService,
      method: 'POST',
      url: `/deliveries/{id}:${verb}` as const,
      operationId: rpc,
      summary,
      body: decision,
      rpc,
      toRequest: ({ id: deliveryId }: { id: string }, { reason }) => ({ deliveryId, reason }),
    });
  }
}
