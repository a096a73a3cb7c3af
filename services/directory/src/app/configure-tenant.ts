import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { isService, refuseAct } from '../domain/rights.ts';
import { configureTenant as decide, isSameTenant, type Tenant } from '../domain/tenant.ts';
import type { DirectoryPorts } from './ports.ts';

/**
 * Makes or changes a tenant, on that tenant's own stream: an administrator the own one and, from the city, its
 * districts; the platform any.
 */
export function configureTenant(ports: DirectoryPorts) {
  return async (wanted: Tenant, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.configure-tenant') ?? refuseForeign(wanted, ctx);
    if (refused !== undefined) return refused;
    return ports.uow.command({ ...ctx, tenant: wanted.tenant }, wanted.tenant, async (tx, stream) => {
      const before = await ports.tenants.find(tx, wanted.tenant);
      const parent = wanted.parent === '' ? undefined : await ports.tenants.find(tx, wanted.parent);
      const tenant = decide(before, parent, wanted);
      if (isRejection(tenant)) return tenant;
      if (!isSameTenant(before, tenant)) {
        await ports.tenants.save(tx, tenant);
        await stream.append(ports.publish({ type: 'tenant-configured', tenant }));
      }
      return { id: tenant.tenant };
    });
  };
}

function refuseForeign(wanted: Tenant, ctx: CommandContext): Rejection | undefined {
  if (isService(ctx.actor) || wanted.tenant === ctx.tenant || wanted.parent === ctx.tenant) return undefined;
  return reject('not-found', 'tenant-unknown', '没有这个地区');
}
