import { hasRole } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { delegationServed } from '../domain/mandate.ts';
import { refuseInGeneral } from '../domain/rights.ts';
import type { IntakePorts, Page, PaperFilter, PaperReceiptPage } from './ports.ts';

/** 收件回执: the offices read every form that was entered, a clerk those of the delegation that it serves. */
export function listPaperForms(ports: IntakePorts) {
  return async (request: Page & PaperFilter, ctx: QueryContext): Promise<PaperReceiptPage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'intake.read-paper-forms');
    if (refused !== undefined) return refused;
    const { actor, tenant } = ctx;
    const isOffice = hasRole(actor, 'congress-desk') || hasRole(actor, 'session-registrar');
    return ports.uow.read(tenant, async (tx) => {
      if (isOffice) return ports.papers.list(tx, tenant, { ...request, for: 'offices' });
      const { personId } = actor;
      const delegation = delegationServed(await ports.reference.memberships(tx, personId));
      return ports.papers.list(tx, tenant, { ...request, for: { personId, delegation } });
    });
  };
}
