import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { ClockFilter, ListedClock, PageOf, Scope, SupervisionPorts } from './ports.ts';
import { narrowed } from './sight.ts';
import { clockShownTo } from './clock-shown-to.ts';

/** Clocks, earliest due date first, as far as the asker may see them. */
export function listClocks(ports: SupervisionPorts) {
  return (
    filter: Omit<ClockFilter, keyof Scope>,
    ctx: QueryContext,
  ): Promise<PageOf<ListedClock> | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const seen = await narrowed(ports, tx, ctx, filter);
      return isRejection(seen) ? seen : shownTo(ctx, await ports.clocks.list(tx, ctx.tenant, seen));
    });
}

function shownTo(ctx: QueryContext, page: PageOf<ListedClock>): PageOf<ListedClock> {
  return { ...page, items: page.items.map((clock) => clockShownTo(ctx, clock)) };
}
