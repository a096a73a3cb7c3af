import { can } from '@huiyin/access/can';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { notPermitted } from '../domain/rejections.ts';
import type { ArchivePorts, CaseCounts } from './ports.ts';
import { subjectOf } from './viewer.ts';

/** Counts over all cases of the tenant, for the desk that imports and checks them. */
export function countCases(ports: Pick<ArchivePorts, 'uow' | 'files'>) {
  return async (request: { origin: string }, ctx: QueryContext): Promise<CaseCounts | Rejection> => {
    const decision = can(subjectOf(ctx), 'archive.import', { tenant: ctx.tenant, relations: [] });
    if (!decision.allowed) return notPermitted(decision.reason);
    return ports.uow.read(ctx.tenant, (tx) => ports.files.counts(tx, ctx.tenant, request.origin));
  };
}
