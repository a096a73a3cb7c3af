import { hasRole, type Actor } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseInGeneral } from '../domain/rights.ts';
import type { DecidingOffice } from '../domain/share.ts';
import type { AssignmentPorts, Page, ShareFilter } from './ports.ts';
import { shareViews, type ShareView } from './share-view.ts';

export interface ShareViewPage {
  readonly shares: readonly ShareView[];
  readonly nextCursor: string;
}

/** A unit's inbox; for the offices all shares they may see. */
export function listAssignments(ports: AssignmentPorts) {
  return async (
    request: Omit<ShareFilter, 'offices' | 'period'> & Page,
    ctx: QueryContext,
  ): Promise<ShareViewPage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'assignment.list-shares');
    if (refused !== undefined) return refused;
    return ports.uow.read(ctx.tenant, async (tx) => {
      const which = { ...request, ...scopeOf(ctx.actor, request.unitId) };
      const page = await ports.cases.listShares(tx, ctx.tenant, which);
      const { shares, nextCursor } = page;
      return { shares: await shareViews(ports.reference, tx, { shares, ctx }), nextCursor };
    });
  };
}

/** Shares somebody asked to hand back, waiting for the caller's office. */
export function listReturnRequests(ports: AssignmentPorts) {
  return async (request: Page, ctx: QueryContext): Promise<ShareViewPage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'assignment.list-returns');
    if (refused !== undefined) return refused;
    const offices = officesOf(ctx.actor);
    return ports.uow.read(ctx.tenant, async (tx) => {
      const which = { ...request, unitId: '', role: '', status: 'return-requested', offices, period: '' };
      const page = await ports.cases.listShares(tx, ctx.tenant, which);
      const { shares, nextCursor } = page;
      return { shares: await shareViews(ports.reference, tx, { shares, ctx }), nextCursor };
    });
  };
}

/** Congress side: everything; 大会秘书处 what came in session. 政府办: what it distributes. A unit: its own, whatever it asked for. */
function scopeOf(actor: Actor, unitId: string): Pick<ShareFilter, 'unitId' | 'offices' | 'period'> {
  if (hasRole(actor, 'congress-desk', 'council')) return { unitId, offices: [], period: '' };
  if (hasRole(actor, 'session-registrar')) return { unitId, offices: [], period: 'in-session' };
  if (hasRole(actor, 'government-office')) {
    return { unitId, offices: ['government-office'], period: '' };
  }
  return { unitId: actor.unitId ?? 'none', offices: [], period: '' };
}

function officesOf(actor: Actor): readonly DecidingOffice[] {
  const offices = ['government-office', 'congress-desk'] as const;
  return offices.filter((office) => hasRole(actor, office));
}
