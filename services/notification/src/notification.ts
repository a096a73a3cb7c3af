import type { Compose } from '@huiyin/chassis/service';
import { notifyPeople } from './app/notify-people.ts';
import { listNotices, markNoticeRead } from './app/read-notices.ts';
import { caseParties } from './storage/case-parties.ts';
import { notices } from './storage/notices.ts';
import { notificationConsumers } from './transport/consume.ts';
import { notificationGrpc } from './transport/grpc.ts';

/** Wires storage and transport around the use cases. */
export const composeNotification: Compose = ({ uow, reference }) => {
  const ports = { uow, reference, notices, parties: caseParties };
  const useCases = { listNotices: listNotices(ports), markNoticeRead: markNoticeRead(ports) };
  return { grpc: [notificationGrpc(useCases)], reactions: notificationConsumers(notifyPeople(ports)) };
};
