import type { ServiceDefinition, ServiceKit } from '@huiyin/chassis/service';
import type { Sweep } from '@huiyin/chassis/sweep-loop';
import type { Clock } from '@huiyin/kernel/clock';
import { changeSubscription, getSubscription } from './app/change-subscription.ts';
import { listDeliveries, resendDelivery, settleDelivery } from './app/decide-deliveries.ts';
import { notifyPeople } from './app/notify-people.ts';
import type { NotificationPorts } from './app/ports.ts';
import { listNotices, markNoticeRead, markNoticesRead } from './app/read-notices.ts';
import { abandonClaims, sendDeliveries } from './app/send-deliveries.ts';
import type { NotificationReactions, NotificationUseCases } from './app/use-cases.ts';
import { smtpSender } from './channels/smtp-sender.ts';
import { webhookSender } from './channels/webhook-sender.ts';
import type { NotificationConfig } from './config.ts';
import { caseParties } from './storage/case-parties.ts';
import { deliveries } from './storage/deliveries.ts';
import { notices } from './storage/notices.ts';
import { subscriptions } from './storage/subscriptions.ts';
import { waitingAnnouncements } from './storage/waiting-announcements.ts';
import { notificationConsumers } from './transport/consume.ts';
import { notificationGrpc } from './transport/grpc.ts';

/** What notification can be asked and told. */
export function notificationUseCases(ports: NotificationPorts): NotificationUseCases {
  return {
    listNotices: listNotices(ports),
    markNoticeRead: markNoticeRead(ports),
    markNoticesRead: markNoticesRead(ports),
    getSubscription: getSubscription(ports),
    changeSubscription: changeSubscription(ports),
    listDeliveries: listDeliveries(ports),
    settleDelivery: settleDelivery(ports),
    resendDelivery: resendDelivery(ports),
  };
}

/** What notification does about others' facts. */
export function notificationReactions(ports: NotificationPorts): NotificationReactions {
  return { notifyPeople: notifyPeople(ports) };
}

/** What goes out as time passes, and what became of workers that are gone. */
export function notificationSweeps(ports: NotificationPorts): readonly Sweep[] {
  return [
    { name: 'abandon-claims', run: abandonClaims(ports) },
    { name: 'send-deliveries', run: sendDeliveries(ports, shuffled) },
  ];
}

/** Postgres behind every port of storage. */
export const notificationStores = {
  ...{ notices, parties: caseParties, waiting: waitingAnnouncements, subscriptions, deliveries },
};

/** The channels that the configuration names. */
function notificationSenders(
  { mail, webhooks }: Pick<NotificationConfig, 'mail' | 'webhooks'>,
  clock: Clock,
): NotificationPorts['senders'] {
  return {
    ...(mail === undefined ? {} : { 'e-mail': smtpSender(mail) }),
    ...(webhooks === undefined ? {} : { webhook: webhookSender(webhooks, { clock }) }),
  };
}

/** Wires storage, channels and transport around the use cases. */
export function composeNotification(
  { uow, reference, clock }: ServiceKit,
  config: NotificationConfig,
): ServiceDefinition {
  const senders = notificationSenders(config, clock);
  const ports = { ...notificationStores, uow, reference, clock, senders };
  return {
    grpc: [notificationGrpc(notificationUseCases(ports))],
    reactions: notificationConsumers(notificationReactions(ports)),
    sweeps: notificationSweeps(ports),
  };
}

/** Another order in each replica, so that they seldom wait for the same message. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
