import { stableId } from '@huiyin/kernel/ids';
import { addDays, startOfDay } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import { digestFrom, planDelivery, type DeliveryPlan } from '../domain/plan-delivery.ts';
import { CHANNELS, type Channel, type Subscription } from '../domain/subscription.ts';
import type { NewDelivery, NotificationPorts, WaitingAnnouncement } from './ports.ts';

/** A notice that has just been put into somebody's inbox. */
interface Delivered extends WaitingAnnouncement {
  readonly noticeId: string;
  readonly personId: string;
  readonly caseNumber: string;
}

/** Digests that may be closed one after the other; the next day's is closed only when its time has passed too. */
const MOST_DIGESTS_AHEAD = 366;

/** Queues a notice for each channel that the person has asked for and this installation has. */
export async function queueDeliveries(
  ports: NotificationPorts,
  notice: Delivered,
  to: { readonly tenant: string; readonly tx: Tx },
): Promise<void> {
  const channels = CHANNELS.filter((channel) => ports.senders[channel]?.serves(to.tenant) === true);
  if (channels.length === 0) return;
  const subscription = await ports.subscriptions.load(to.tx, to.tenant, notice.personId);
  if (subscription === undefined) return;
  for (const channel of channels) {
    const plan = planDelivery(notice.type, channel, subscription, notice.occurredAt);
    if (plan.kind === 'not') continue;
    const delivery = await openDelivery(ports, { notice, channel, subscription, plan }, to);
    await ports.deliveries.addNotice(to.tx, to.tenant, {
      ...delivery,
      notice,
      occurredAt: notice.occurredAt,
    });
  }
}

/** The message that takes the notice. A digest on its way takes no more: the next day's does. */
async function openDelivery(
  { deliveries }: NotificationPorts,
  wish: {
    readonly notice: Delivered;
    readonly channel: Channel;
    readonly subscription: Subscription;
    readonly plan: Exclude<DeliveryPlan, { kind: 'not' }>;
  },
  { tenant, tx }: { readonly tenant: string; readonly tx: Tx },
): Promise<NewDelivery> {
  const { notice, channel, subscription } = wish;
  let { plan } = wish;
  for (let ahead = 0; ahead < MOST_DIGESTS_AHEAD; ahead += 1) {
    const delivery = messageOf(notice, channel, plan);
    if ((await deliveries.open(tx, tenant, delivery)) || plan.kind === 'single') return delivery;
    plan = digestFrom(subscription, startOfDay(addDays(plan.day, 1)));
  }
  throw new Error(`no digest takes the notice ${notice.noticeId}`);
}

function messageOf(
  { personId, sourceEventId }: Delivered,
  channel: Channel,
  plan: Exclude<DeliveryPlan, { kind: 'not' }>,
): NewDelivery {
  const about = plan.kind === 'digest' ? plan.day : sourceEventId;
  return {
    ...{ deliveryId: stableId('delivery', channel, personId, about), channel, personId, dueAt: plan.at },
    digestOn: plan.kind === 'digest' ? plan.day : undefined,
  };
}
