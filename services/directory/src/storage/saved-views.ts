import type { Tx } from '@huiyin/kernel/tx';
import { execute, rows } from '@huiyin/postgres/query';
import type { SavedViewStore, ViewOwner } from '../app/ports.ts';
import { MOST_VIEWS, type SavedView } from '../domain/saved-view.ts';

/** Table `saved_view`. */
export const savedViews: SavedViewStore = { list, add, rename, remove };

async function list(
  tx: Tx,
  tenant: string,
  { personId, role, unitId }: ViewOwner,
): Promise<readonly SavedView[]> {
  return rows<SavedView>(
    tx,
    `select id as "viewId", list, name, filters from saved_view
     where tenant = $1 and person_id = $2 and role = $3 and unit_id = $4 order by saved_at, id limit $5`,
    [tenant, personId, role, unitId, MOST_VIEWS],
  );
}

async function add(
  tx: Tx,
  tenant: string,
  { owner, view, at }: { owner: ViewOwner; view: SavedView; at: Date },
): Promise<void> {
  await execute(
    tx,
    `insert into saved_view (tenant, id, person_id, role, unit_id, list, name, filters, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tenant, view.viewId, owner.personId, owner.role, owner.unitId],
      ...[view.list, view.name, view.filters, at],
    ],
  );
}

async function rename(
  tx: Tx,
  tenant: string,
  { viewId, name }: Pick<SavedView, 'viewId' | 'name'>,
): Promise<void> {
  await execute(tx, 'update saved_view set name = $3 where tenant = $1 and id = $2', [tenant, viewId, name]);
}

async function remove(tx: Tx, tenant: string, viewId: string): Promise<void> {
  await execute(tx, 'delete from saved_view where tenant = $1 and id = $2', [tenant, viewId]);
}
