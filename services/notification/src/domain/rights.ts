import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import type { Actor } from '@huiyin/kernel/actor';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { NotificationCode } from './rejections.ts';

/** Undefined means that this person may look after the tenant's deliveries. */
export function refuseAct(
  { tenant, actor }: { tenant: string; actor: Actor },
  action: Extract<Action, `notification.${string}`>,
): Rejection<NotificationCode> | undefined {
  const decision = can({ tenant, ...actor }, action, { tenant, relations: [] });
  if (decision.allowed) return undefined;
  return reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}
