import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Why notification refuses. */
export type NotificationCode =
  | 'notice-not-found'
  | 'not-permitted'
  | 'address-invalid'
  | 'time-invalid'
  | 'delivery-not-found'
  | 'delivery-decided';

export const noticeNotFound: Rejection<NotificationCode> = reject(
  'not-found',
  'notice-not-found',
  '没有这条通知',
);

export const noAddress: Rejection<NotificationCode> = reject(
  'invalid',
  'address-invalid',
  '请填写一个可用的邮箱地址，例如 name@example.cn',
  { field: 'emailAddress' },
);

export function noTime(field: 'quietFrom' | 'quietTo'): Rejection<NotificationCode> {
  return reject('invalid', 'time-invalid', '时间须为 24 小时制的四位数字，例如 22:00', { field });
}

export const deliveryNotFound: Rejection<NotificationCode> = reject(
  'not-found',
  'delivery-not-found',
  '没有这条发送记录',
);

export const deliveryDecided: Rejection<NotificationCode> = reject(
  'wrong-state',
  'delivery-decided',
  '这条发送已有结果，不需要再处理',
);
