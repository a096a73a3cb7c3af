import type { notifyPeople } from './notify-people.ts';
import type { listNotices, markNoticeRead, markNoticesRead } from './read-notices.ts';

/** What notification can be asked and told, as transport sees it. */
export interface NotificationUseCases {
  readonly listNotices: ReturnType<typeof listNotices>;
  readonly markNoticeRead: ReturnType<typeof markNoticeRead>;
  readonly markNoticesRead: ReturnType<typeof markNoticesRead>;
}

/** What notification does about other services' facts. */
export interface NotificationReactions {
  readonly notifyPeople: ReturnType<typeof notifyPeople>;
}
