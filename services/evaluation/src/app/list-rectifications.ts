import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rectification } from '../domain/rectification.ts';
import { officeShares, readsAll } from '../domain/rights.ts';
import type { EvaluationPorts, ListFilter, ListPage } from './ports.ts';

export type ListRectificationsRequest = Omit<ListFilter, 'reader'>;

/** Rectifications the caller may see, oldest first. */
export function listRectifications(ports: EvaluationPorts) {
  return (request: ListRectificationsRequest, ctx: QueryContext): Promise<ListPage<Rectification>> => {
    const { personId, unitId = '' } = ctx.actor;
    const reader = { all: readsAll(ctx), personId, unitId, officeShares: officeShares(ctx) };
    return ports.uow.read(ctx.tenant, (tx) =>
      ports.rectifications.list(tx, ctx.tenant, { ...request, reader }),
    );
  };
}
