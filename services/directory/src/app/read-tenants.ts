import type { QueryContext } from '@huiyin/kernel/command-context';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { isService, refuseAct } from '../domain/rights.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { DirectoryPorts } from './ports.ts';

/** The caller's own tenant. */
export function getTenant(ports: DirectoryPorts) {
  return async (_request: object, ctx: QueryContext): Promise<Tenant | Rejection> => {
    const tenant = await ports.uow.read(ctx.tenant, (tx) => ports.tenants.find(tx, ctx.tenant));
    return tenant ?? reject('not-found', 'tenant-unknown', '没有这个地区');
  };
}

/** The caller's tenant, and its districts for a city; all for the platform. */
export function listTenants(ports: DirectoryPorts) {
  return async (_request: object, ctx: QueryContext): Promise<readonly Tenant[] | Rejection> => {
    const refused = refuseAct(ctx, 'directory.read');
    if (refused !== undefined) return refused;
    const all = await ports.uow.read(ctx.tenant, (tx) => ports.tenants.all(tx));
    if (isService(ctx.actor)) return all;
    return all.filter(({ tenant, parent }) => tenant === ctx.tenant || parent === ctx.tenant);
  };
}
