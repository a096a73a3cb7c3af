import type { Tx } from '@huiyin/kernel/tx';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import type { TenantStore } from '../app/ports.ts';
import type { Tenant } from '../domain/tenant.ts';

const COLUMNS = `id as tenant, name, level, area_code as "areaCode", parent, desk_name as "deskName"`;
/** More cities and districts than one installation serves. */
const MAX_TENANTS = 1_000;

/** Table `tenant_registry`. */
export const tenants: TenantStore = { find, save, all };

async function find(tx: Tx, tenant: string): Promise<Tenant | undefined> {
  return maybeRow<Tenant>(tx, `select ${COLUMNS} from tenant_registry where id = $1`, [tenant]);
}

async function save(tx: Tx, tenant: Tenant): Promise<void> {
  await execute(
    tx,
    `insert into tenant_registry (id, name, level, area_code, parent, desk_name) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set name = excluded.name, area_code = excluded.area_code,
       desk_name = excluded.desk_name`,
    [tenant.tenant, tenant.name, tenant.level, tenant.areaCode, tenant.parent, tenant.deskName],
  );
}

async function all(tx: Tx): Promise<readonly Tenant[]> {
  return rows<Tenant>(tx, `select ${COLUMNS} from tenant_registry order by id limit $1`, [MAX_TENANTS]);
}
