import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { deliveryDecided, deliveryNotFound } from '../domain/rejections.ts';
import { refuseAct } from '../domain/rights.ts';
import type { NotificationPorts, UndecidedDelivery } from './ports.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** Messages that were refused, or of which nobody knows whether they arrived; the oldest first. */
export function listDeliveries({ uow, deliveries }: NotificationPorts) {
  return async (
    request: { limit: number; cursor: string },
    ctx: QueryContext,
  ): Promise<{ deliveries: readonly UndecidedDelivery[]; full: boolean } | Rejection> => {
    const refused = refuseAct(ctx, 'notification.read-deliveries');
    if (refused !== undefined) return refused;
    const limit = Math.min(request.limit > 0 ? request.limit : DEFAULT_PAGE, MAX_PAGE);
    const found = await uow.read(ctx.tenant, (tx) =>
      deliveries.undecided(tx, ctx.tenant, { limit, after: request.cursor }),
    );
    return { deliveries: found, full: found.length === limit };
  };
}

interface Decision {
  readonly deliveryId: string;
  readonly reason: string;
}

/** It counts as done: it arrived after all, or is not needed any more. */
export function settleDelivery(ports: NotificationPorts) {
  return (request: Decision, ctx: CommandContext) => decide(ports, request, ctx, 'settled');
}

/** It goes out again under the same Message-ID; the operator takes it on that it may come twice. */
export function resendDelivery(ports: NotificationPorts) {
  return (request: Decision, ctx: CommandContext) => decide(ports, request, ctx, 'pending');
}

async function decide(
  { uow, deliveries }: NotificationPorts,
  { deliveryId, reason }: Decision,
  ctx: CommandContext,
  to: 'settled' | 'pending',
): Promise<CommandResult | Rejection> {
  const { tenant } = ctx;
  const refused = refuseAct(ctx, 'notification.decide-delivery');
  if (refused !== undefined) return refused;
  const personId = await uow.read(tenant, async (tx) => {
    const found = await deliveries.find(tx, tenant, deliveryId);
    return found === undefined ? deliveryNotFound : found.personId;
  });
  if (isRejection(personId)) return personId;
  return uow.command(ctx, personId, async (tx, stream) => {
    const found = await deliveries.find(tx, tenant, deliveryId);
    if (found === undefined) return deliveryNotFound;
    if (!(await deliveries.decide(tx, tenant, { deliveryId, to, dueAt: ctx.at }))) return deliveryDecided;
    const type = to === 'settled' ? 'delivery-settled' : 'delivery-resent';
    await stream.append({ type, payload: { deliveryId, personId, channel: found.channel }, reason });
    return { id: deliveryId };
  });
}
