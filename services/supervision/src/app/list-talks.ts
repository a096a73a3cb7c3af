import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { LadderFilter, ListedTalk, PageOf, Scope, SupervisionPorts } from './ports.ts';
import { narrowed, titled } from './sight.ts';

/** Talks, newest first, as far as the asker may see them. */
export function listTalks(ports: SupervisionPorts) {
  return (
    filter: Omit<LadderFilter, keyof Scope>,
    ctx: QueryContext,
  ): Promise<PageOf<ListedTalk> | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const seen = await narrowed(ports, tx, ctx, filter);
      return isRejection(seen) ? seen : titled(ctx, await ports.talks.list(tx, ctx.tenant, seen));
    });
}
