import { hasRole } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseInGeneral } from '../domain/rights.ts';
import type { IntakePorts, Page, PaperReceiptPage } from './ports.ts';

/** 收件回执: the offices read every form that was entered, a clerk of a delegation those it entered itself. */
export function listPaperForms(ports: IntakePorts) {
  return async (request: Page, ctx: QueryContext): Promise<PaperReceiptPage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'intake.read-paper-forms');
    if (refused !== undefined) return refused;
    const { actor, tenant } = ctx;
    const isOffice = hasRole(actor, 'congress-desk') || hasRole(actor, 'session-registrar');
    const enteredBy = isOffice ? '' : actor.personId;
    return ports.uow.read(tenant, (tx) => ports.papers.list(tx, tenant, { ...request, enteredBy }));
  };
}
