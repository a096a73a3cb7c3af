import type { CommandContext, QueryContext } from '@huiyin/kernel/command-context';
import { newId, stableId } from '@huiyin/kernel/ids';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { refuseAct } from '../domain/rights.ts';
import { addView, renameView, viewUnknown, type SavedView } from '../domain/saved-view.ts';
import type { DirectoryPorts, ViewOwner } from './ports.ts';

type Ports = Pick<DirectoryPorts, 'uow' | 'savedViews'>;

/** 常用筛选 of the caller's membership, of every list, in the order they were saved. */
export function listSavedViews(ports: Ports) {
  return async (_request: object, ctx: QueryContext): Promise<readonly SavedView[] | Rejection> =>
    refuseAct(ctx, 'directory.keep-views') ??
    ports.uow.read(ctx.tenant, (tx) => ports.savedViews.list(tx, ctx.tenant, ownerOf(ctx)));
}

/** Answers the id of the view. A preference is no fact about a case: no event tells of it. */
export function addSavedView(ports: Ports) {
  return (request: Omit<SavedView, 'viewId'>, ctx: CommandContext) =>
    change(ports, ctx, async (tx, views, owner) => {
      const view = addView(views, { ...request, viewId: newId() });
      if (isRejection(view)) return view;
      await ports.savedViews.add(tx, ctx.tenant, { owner, view, at: ctx.at });
      return { id: view.viewId };
    });
}

export function renameSavedView(ports: Ports) {
  return (request: Pick<SavedView, 'viewId' | 'name'>, ctx: CommandContext) =>
    change(ports, ctx, async (tx, views) => {
      const view = renameView(views, request);
      if (isRejection(view)) return view;
      await ports.savedViews.rename(tx, ctx.tenant, view);
      return { id: view.viewId };
    });
}

export function removeSavedView(ports: Ports) {
  return ({ viewId }: Pick<SavedView, 'viewId'>, ctx: CommandContext) =>
    change(ports, ctx, async (tx, views) => {
      if (!views.some((view) => view.viewId === viewId)) return viewUnknown();
      await ports.savedViews.remove(tx, ctx.tenant, viewId);
      return { id: viewId };
    });
}

/** One after another for one membership, so that names stay unique and the views countable. */
async function change(
  ports: Ports,
  ctx: CommandContext,
  run: (tx: Tx, views: readonly SavedView[], owner: ViewOwner) => Promise<{ id: string } | Rejection>,
): Promise<CommandResult | Rejection> {
  const refused = refuseAct(ctx, 'directory.keep-views');
  if (refused !== undefined) return refused;
  const owner = ownerOf(ctx);
  const stream = stableId('saved-views', ctx.tenant, owner.personId, owner.role, owner.unitId);
  return ports.uow.command(ctx, stream, async (tx) =>
    run(tx, await ports.savedViews.list(tx, ctx.tenant, owner), owner),
  );
}

/** A session acts in exactly one membership. */
function ownerOf({ actor: { personId, roles, unitId = '' } }: QueryContext): ViewOwner {
  const [role] = roles;
  if (role === undefined) throw new Error('views belong to somebody with a role');
  return { personId, role, unitId };
}
