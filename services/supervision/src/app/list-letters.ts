import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { LadderFilter, ListedLetter, PageOf, Scope, SupervisionPorts } from './ports.ts';
import { narrowed, titled } from './sight.ts';

/** Letters, newest first, as far as the asker may see them. */
export function listLetters(ports: SupervisionPorts) {
  return (
    filter: Omit<LadderFilter, keyof Scope>,
    ctx: QueryContext,
  ): Promise<PageOf<ListedLetter> | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const seen = await narrowed(ports, tx, ctx, filter);
      return isRejection(seen) ? seen : titled(ctx, await ports.letters.list(tx, ctx.tenant, seen));
    });
}
