import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { ArchivePorts, CaseFilter, ColourCount } from './ports.ts';
import { ownTurn, viewerOf } from './viewer.ts';

/** How many live cases the caller may know of, by colour. */
export function countColours(ports: Pick<ArchivePorts, 'uow' | 'files'>) {
  return async (
    request: Pick<CaseFilter, 'titleContains' | 'progress'>,
    ctx: QueryContext,
  ): Promise<readonly ColourCount[] | Rejection> => {
    const viewer = viewerOf(ctx);
    if (isRejection(viewer)) return viewer;
    const filter = { ...request, next: ownTurn(ctx) };
    return ports.uow.read(ctx.tenant, (tx) => ports.files.colours(tx, ctx.tenant, viewer, filter));
  };
}
