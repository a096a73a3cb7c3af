import { hasRole } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseInGeneral } from '../domain/rights.ts';
import type { IntakePorts, Page, SummaryPage } from './ports.ts';

/** What the desk has to register; the session's secretariat sees what came in session. */
export function listRegistrationQueue(ports: IntakePorts) {
  return async (request: Page, ctx: QueryContext): Promise<SummaryPage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'intake.read-queue');
    if (refused !== undefined) return refused;
    const inSessionOnly = !hasRole(ctx.actor, 'congress-desk');
    return ports.uow.read(ctx.tenant, (tx) =>
      ports.suggestions.awaitingRegistration(tx, ctx.tenant, { ...request, inSessionOnly }),
    );
  };
}
