import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import type { Actor } from '@huiyin/kernel/actor';
import { reject } from '@huiyin/kernel/rejection';
import type { DirectoryRejection } from './rejections.ts';

/** What may be asked of directory. */
export type DirectoryAction = Extract<Action, `directory.${string}`>;

/** Who asks, in which tenant. */
export interface Asker {
  readonly tenant: string;
  readonly actor: Actor;
}

/**
 * A service acting by itself (systemActor): only a service's own token makes such an actor, the gateway's tokens
 * always name a person. The demo city is seeded this way.
 */
export function isService(actor: Actor): boolean {
  return actor.personId === 'system' && actor.roles.length === 0;
}

/** Undefined means the asker may. */
export function refuseAct({ tenant, actor }: Asker, action: DirectoryAction): DirectoryRejection | undefined {
  if (isService(actor)) return undefined;
  const { personId, roles } = actor;
  const decision = can({ tenant, personId, roles }, action, { tenant, relations: [] });
  return decision.allowed
    ? undefined
    : reject('forbidden', 'not-permitted', decision.reason, { detail: { action } });
}

/** True when the asker may see phone numbers: 代表工委 and the administrator, who keep them. */
export function mayReadPhones(asker: Asker): boolean {
  return refuseAct(asker, 'directory.manage-people') === undefined;
}

/** True when the asker may see who logs in by which name: the administrator, who sets it. */
export function mayReadLogins(asker: Asker): boolean {
  return refuseAct(asker, 'directory.manage-accounts') === undefined;
}
