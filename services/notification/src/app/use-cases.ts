import type { changeSubscription, getSubscription } from './change-subscription.ts';
import type { listDeliveries, resendDelivery, settleDelivery } from './decide-deliveries.ts';
import type { notifyPeople } from './notify-people.ts';
import type { listNotices, markNoticeRead, markNoticesRead } from './read-notices.ts';

/** What notification can be asked and told, as transport sees it. */
export interface NotificationUseCases {
  readonly listNotices: ReturnType<typeof listNotices>;
  readonly markNoticeRead: ReturnType<typeof markNoticeRead>;
  readonly markNoticesRead: ReturnType<typeof markNoticesRead>;
  readonly getSubscription: ReturnType<typeof getSubscription>;
  readonly changeSubscription: ReturnType<typeof changeSubscription>;
  readonly listDeliveries: ReturnType<typeof listDeliveries>;
  readonly settleDelivery: ReturnType<typeof settleDelivery>;
  readonly resendDelivery: ReturnType<typeof resendDelivery>;
}

/** What notification does about other services' facts. */
export interface NotificationReactions {
  readonly notifyPeople: ReturnType<typeof notifyPeople>;
}
