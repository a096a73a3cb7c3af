import type { Compose } from '@huiyin/chassis/service';
import { notifyPeople } from './app/notify-people.ts';
import type { NotificationPorts } from './app/ports.ts';
import { listNotices, markNoticeRead, markNoticesRead } from './app/read-notices.ts';
import type { NotificationReactions, NotificationUseCases } from './app/use-cases.ts';
import { caseParties } from './storage/case-parties.ts';
import { notices } from './storage/notices.ts';
import { waitingAnnouncements } from './storage/waiting-announcements.ts';
import { notificationConsumers } from './transport/consume.ts';
import { notificationGrpc } from './transport/grpc.ts';

/** What notification can be asked and told. */
export function notificationUseCases(ports: NotificationPorts): NotificationUseCases {
  return {
    listNotices: listNotices(ports),
    markNoticeRead: markNoticeRead(ports),
    markNoticesRead: markNoticesRead(ports),
  };
}

/** What notification does about others' facts. */
export function notificationReactions(ports: NotificationPorts): NotificationReactions {
  return { notifyPeople: notifyPeople(ports) };
}

/** Postgres behind every port of storage. */
export const notificationStores = { notices, parties: caseParties, waiting: waitingAnnouncements };

/** Wires storage and transport around the use cases. */
export const composeNotification: Compose = ({ uow, reference }) => {
  const ports = { ...notificationStores, uow, reference };
  return {
    grpc: [notificationGrpc(notificationUseCases(ports))],
    reactions: notificationConsumers(notificationReactions(ports)),
  };
};
