import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Why notification refuses. */
export type NotificationCode = 'notice-not-found';

export const noticeNotFound: Rejection<NotificationCode> = reject(
  'not-found',
  'notice-not-found',
  '没有这条通知',
);
