import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { LadderFilter, ListedUrge, PageOf, Scope, SupervisionPorts } from './ports.ts';
import { narrowed, titled } from './sight.ts';

/** Urges, newest first, as far as the asker may see them. */
export function listUrges(ports: SupervisionPorts) {
  return (
    filter: Omit<LadderFilter, 'status' | keyof Scope>,
    ctx: QueryContext,
  ): Promise<PageOf<ListedUrge> | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const seen = await narrowed(ports, tx, ctx, filter);
      return isRejection(seen) ? seen : titled(ctx, await ports.urges.list(tx, ctx.tenant, seen));
    });
}
