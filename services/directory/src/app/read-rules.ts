import { canonicalRulePack } from '@huiyin/calendar/rule-pack';
import { shippedRulePacks } from '@huiyin/calendar/shipped-rule-packs';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { ImportedCalendar } from '../domain/calendar.ts';
import type { CongressSession } from '../domain/congress-session.ts';
import { refuseAct } from '../domain/rights.ts';
import type { ActivatedRulePack } from '../domain/rule-pack.ts';
import type { DirectoryPorts } from './ports.ts';

/** The tenant's 届次, latest first. */
export function listCongressSessions(ports: DirectoryPorts) {
  return async (
    _request: object,
    ctx: QueryContext,
  ): Promise<readonly (CongressSession & { readonly version: number })[] | Rejection> =>
    refuseAct(ctx, 'directory.read') ??
    ports.uow.read(ctx.tenant, (tx) => ports.congressSessions.list(tx, ctx.tenant));
}

/** The tenant's rule packs, latest effective first. */
export function listRulePacks(ports: DirectoryPorts) {
  return async (_request: object, ctx: QueryContext): Promise<readonly ActivatedRulePack[] | Rejection> =>
    refuseAct(ctx, 'directory.read') ??
    ports.uow.read(ctx.tenant, (tx) => ports.rulePacks.list(tx, ctx.tenant));
}

/** The rule packs that come with Huiyin, the Shandong district's first; the same for every tenant. */
export function listShippedRulePacks() {
  const packs = shippedRulePacks.map(({ version, effectiveFrom, pack }) => ({
    ...{ version, textOf: effectiveFrom, contentJson: canonicalRulePack(pack) },
  }));
  return (_request: object, ctx: QueryContext): Promise<typeof packs | Rejection> =>
    Promise.resolve(refuseAct(ctx, 'directory.read') ?? packs);
}

/** The tenant's calendar. */
export function getCalendar(ports: DirectoryPorts) {
  return async (_request: object, ctx: QueryContext): Promise<ImportedCalendar | Rejection> => {
    const refused = refuseAct(ctx, 'directory.read');
    if (refused !== undefined) return refused;
    const calendar = await ports.uow.read(ctx.tenant, (tx) => ports.calendars.find(tx, ctx.tenant));
    return calendar ?? reject('not-found', 'tenant-unknown', '本地区还没有导入日历');
  };
}
