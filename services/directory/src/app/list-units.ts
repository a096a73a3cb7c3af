import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseAct } from '../domain/rights.ts';
import type { Unit } from '../domain/unit.ts';
import type { DirectoryPorts, Page } from './ports.ts';

/** The tenant's units, to choose from and to name. */
export function listUnits(ports: DirectoryPorts) {
  return async (
    request: { nameContains: string; includeInactive: boolean } & Page,
    ctx: QueryContext,
  ): Promise<readonly (Unit & { readonly version: number })[] | Rejection> => {
    const refused = refuseAct(ctx, 'directory.read');
    if (refused !== undefined) return refused;
    return ports.uow.read(ctx.tenant, (tx) => ports.units.list(tx, ctx.tenant, request));
  };
}
