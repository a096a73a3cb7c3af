import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { noAddress, noTime } from '../domain/rejections.ts';
import {
  CHANNELS,
  INBOX_ONLY,
  wants,
  wrongField,
  type Channel,
  type Subscription,
} from '../domain/subscription.ts';
import type { NotificationPorts } from './ports.ts';

/** The caller's own choice, and which channels the tenant has at all. */
export function getSubscription({ uow, subscriptions, senders }: NotificationPorts) {
  return async (
    _request: object,
    { tenant, actor }: QueryContext,
  ): Promise<{ subscription: Subscription; available: readonly Channel[] }> => ({
    subscription: await uow.read(
      tenant,
      async (tx) => (await subscriptions.load(tx, tenant, actor.personId)) ?? INBOX_ONLY,
    ),
    available: CHANNELS.filter((channel) => senders[channel]?.serves(tenant) === true),
  });
}

/** Changes how the caller is told. What waits for a channel that is switched off is not sent any more. */
export function changeSubscription({ uow, subscriptions, deliveries }: NotificationPorts) {
  return async (wished: Subscription, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const { tenant, actor } = ctx;
    const field = wrongField(wished);
    if (field !== undefined) return field === 'emailAddress' ? noAddress : noTime(field);
    return uow.command(ctx, actor.personId, async (tx, stream) => {
      await subscriptions.save(tx, tenant, actor.personId, wished);
      for (const channel of CHANNELS.filter((each) => !wants(wished, each))) {
        await deliveries.cancelAll(tx, tenant, { personId: actor.personId, channel });
      }
      await stream.append({
        type: 'subscription-changed',
        // The address is nobody's but the person's: facts are kept for ever (decision 21).
        payload: {
          ...{
            personId: actor.personId,
            email: wished.email,
            webhook: wished.webhook,
            digest: wished.digest,
          },
          ...{ quietFrom: wished.quiet.from, quietTo: wished.quiet.to },
        },
      });
      return { id: actor.personId };
    });
  };
}
