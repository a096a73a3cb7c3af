import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { Page, UnitStore } from '../app/ports.ts';
import type { Unit } from '../domain/unit.ts';
import { likePattern } from './like-pattern.ts';

const COLUMNS = `id as "unitId", name, kind, active, deciding_office as "decidingOffice",
  oversees, successor_id as "successorId"`;

/** Table `unit`. */
export const units: UnitStore = { find, save, list, names };

async function find(tx: Tx, tenant: string, unitId: string): Promise<Unit | undefined> {
  return maybeRow<Unit>(tx, `select ${COLUMNS} from unit where tenant = $1 and id = $2`, [tenant, unitId]);
}

async function save(tx: Tx, tenant: string, unit: Unit, version: number): Promise<void> {
  await execute(
    tx,
    `insert into unit (tenant, id, version, name, kind, active, deciding_office, successor_id, oversees)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (tenant, id) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
       active = excluded.active, deciding_office = excluded.deciding_office, successor_id = excluded.successor_id,
       oversees = excluded.oversees`,
    [
      ...[tenant, unit.unitId, version, unit.name, unit.kind, unit.active, unit.decidingOffice],
      ...[unit.successorId, unit.oversees],
    ],
  );
}

async function list(
  tx: Tx,
  tenant: string,
  which: { nameContains: string; includeInactive: boolean } & Page,
): Promise<readonly (Unit & { readonly version: number })[]> {
  return rows<Unit & { version: number }>(
    tx,
    `select ${COLUMNS}, version from unit
     where tenant = $1 and id > $2 and (active or $3) and name like $4 order by id limit $5`,
    [tenant, which.cursor, which.includeInactive, likePattern(which.nameContains), which.limit],
  );
}

async function names(
  tx: Tx,
  tenant: string,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; name: string }>(
    tx,
    'select id, name from unit where tenant = $1 and id = any($2::text[])',
    [tenant, unitIds],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}
