import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { ClockFilter, ListedClock, PageOf, SupervisionPorts } from './ports.ts';
import { narrowed } from './sight.ts';

/** Clocks, earliest due date first, as far as the asker may see them. */
export function listClocks(ports: SupervisionPorts) {
  return (filter: ClockFilter, ctx: QueryContext): Promise<PageOf<ListedClock> | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const seen = await narrowed(ports, tx, ctx, filter);
      return isRejection(seen) ? seen : ports.clocks.list(tx, ctx.tenant, seen);
    });
}
