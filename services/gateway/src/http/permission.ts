import type { Action } from '@huiyin/access/actions';
import { can } from '@huiyin/access/can';
import type { Session } from '../session/session.ts';
import { problem } from './problem.ts';

/** Refuses what the active role may not do. Only for what the gateway itself answers; services check their own. */
export function requirePermission(session: Session, action: Action): void {
  const { tenant, role, unit } = session.active;
  const subject = {
    tenant,
    personId: session.personId,
    roles: [role],
    ...(unit === undefined ? {} : { unitId: unit.unitId }),
  };
  const decision = can(subject, action, { tenant, relations: [] });
  if (!decision.allowed) throw problem('not-permitted', { detail: decision.reason });
}
