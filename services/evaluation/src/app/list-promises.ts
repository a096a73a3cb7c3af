import type { QueryContext } from '@huiyin/kernel/command-context';
import type { PromiseItem } from '../domain/promise-item.ts';
import { officeShares, readsAll } from '../domain/rights.ts';
import type { EvaluationPorts, ListFilter, ListPage } from './ports.ts';

export type ListPromisesRequest = Omit<ListFilter, 'reader'> & { readonly dueUntil: string };

/** 承诺台账 as the caller may see it, soonest first. */
export function listPromises(ports: EvaluationPorts) {
  return (request: ListPromisesRequest, ctx: QueryContext): Promise<ListPage<PromiseItem>> => {
    const { personId, unitId = '' } = ctx.actor;
    const reader = { all: readsAll(ctx), personId, unitId, officeShares: officeShares(ctx) };
    return ports.uow.read(ctx.tenant, (tx) => ports.promises.list(tx, ctx.tenant, { ...request, reader }));
  };
}
