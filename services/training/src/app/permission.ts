import { can } from '@huiyin/access/can';
import type { Action } from '@huiyin/access/actions';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { notPermitted } from '../domain/rejections.ts';

/** The refusal of an act on something that belongs to `ownerId`, or undefined when it is allowed. */
export function refuse(ctx: QueryContext, action: Action, ownerId?: string): Rejection | undefined {
  const { personId, roles, unitId } = ctx.actor;
  const decision = can(
    { tenant: ctx.tenant, personId, roles, ...(unitId === undefined ? {} : { unitId }) },
    action,
    { tenant: ctx.tenant, relations: ownerId === personId ? ['self'] : [] },
  );
  return decision.allowed ? undefined : notPermitted(decision.reason);
}
