import { can } from '@huiyin/access/can';
import type { Subject } from '@huiyin/access/relation';
import { hasRole } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { notPermitted } from '../domain/rejections.ts';
import type { Party, Viewer } from './ports.ts';

export function subjectOf({ tenant, actor }: QueryContext): Subject {
  const { personId, roles, unitId } = actor;
  return { tenant, personId, roles, ...(unitId === undefined ? {} : { unitId }) };
}

/** Which cases a list may show to this person. */
export function viewerOf(ctx: QueryContext): Viewer | Rejection {
  const decision = can(subjectOf(ctx), 'archive.read-list', { tenant: ctx.tenant, relations: [] });
  if (!decision.allowed) return notPermitted(decision.reason);
  const { actor } = ctx;
  if (hasRole(actor, 'congress-desk', 'council')) return { kind: 'all' };
  if (hasRole(actor, 'session-registrar')) return { kind: 'period', period: 'in-session' };
  if (hasRole(actor, 'committee')) return { kind: 'committee', unitId: actor.unitId ?? '' };
  if (hasRole(actor, 'government-office')) return { kind: 'office', office: 'government-office' };
  if (actor.unitId !== undefined) return { kind: 'unit', unitId: actor.unitId };
  const kind = hasRole(actor, 'deputy') ? 'deputy' : 'former-deputy';
  return { kind, personId: actor.personId };
}

/** The party whose turn is this person's turn. */
export function ownTurn({ actor }: QueryContext): Party {
  if (actor.unitId !== undefined) return { kind: 'unit', id: actor.unitId };
  if (hasRole(actor, 'congress-desk', 'session-registrar')) return { kind: 'desk', id: '' };
  if (hasRole(actor, 'government-office')) return { kind: 'office', id: '' };
  if (hasRole(actor, 'council')) return { kind: 'council', id: '' };
  return { kind: 'deputy', id: actor.personId };
}
