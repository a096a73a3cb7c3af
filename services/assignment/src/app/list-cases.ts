import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseInGeneral } from '../domain/rights.ts';
import type { AssignmentPorts, CasePage, Page } from './ports.ts';

/** The desk's board of cases to classify, to assign and in handling. */
export function listCases(ports: AssignmentPorts) {
  return async (
    request: { readonly status: string } & Page,
    ctx: QueryContext,
  ): Promise<CasePage | Rejection> => {
    const refused = refuseInGeneral(ctx, 'assignment.read-board');
    if (refused !== undefined) return refused;
    return ports.uow.read(ctx.tenant, (tx) => ports.cases.list(tx, ctx.tenant, request));
  };
}
