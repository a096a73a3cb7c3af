import { hasRole, type Actor } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseInGeneral } from '../domain/rights.ts';
import type { AssignmentPorts, CasePage, CaseSight, Page } from './ports.ts';

/** The desk's board of cases to classify, to assign and in handling. */
export function listCases(ports: AssignmentPorts) {
  return async (
    request: { readonly status: string } & Page,
    ctx: QueryContext,
  ): Promise<CasePage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'assignment.read-board');
    if (refused !== undefined) return refused;
    return ports.uow.read(ctx.tenant, (tx) =>
      ports.cases.list(tx, ctx.tenant, { ...request, sight: sightOf(ctx.actor) }),
    );
  };
}

/** Which cases the caller may open: 大会秘书处 those of the session, 政府办 those it distributes, a committee its field. */
function sightOf(actor: Actor): CaseSight {
  if (hasRole(actor, 'congress-desk', 'council')) return { of: 'all', key: '' };
  if (hasRole(actor, 'session-registrar')) return { of: 'period', key: 'in-session' };
  if (hasRole(actor, 'government-office')) return { of: 'office', key: 'government-office' };
  return { of: 'committee', key: actor.unitId ?? '' };
}
