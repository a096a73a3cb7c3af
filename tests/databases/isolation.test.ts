import { existsSync } from 'node:fs';
import { migrationsDirectory } from '@huiyin/deploy/migrate-databases';
import { SERVICE_NAMES, type ServiceName } from '@huiyin/deploy/topology';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SERVICES = SERVICE_NAMES.filter((service) => existsSync(migrationsDirectory(service)));
const databases = new Map<ServiceName, TestDatabase>();

beforeAll(async () => {
  for (const service of SERVICES) databases.set(service, await freshDatabase(service));
});

afterAll(async () => {
  await Promise.all([...databases.values()].map((database) => database.drop()));
});

async function within<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseOf(service: ServiceName): TestDatabase {
  const database = databases.get(service);
  if (database === undefined) throw new Error(`no database of ${service}`);
  return database;
}

const TENANT_TABLES = `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

/** Tables that name tenants without being a tenant's: who belongs where is a question across tenants. */
const ACROSS_TENANTS = new Set(['directory.membership', 'directory.tenant']);

describe.each(SERVICES)('the database of %s', (service) => {
  it('forces row-level security on every table with a tenant', async () => {
    const tables = await within(databaseOf(service).ownerUrl, (client) =>
      client.query<{ name: string; forced: boolean }>(TENANT_TABLES),
    );
    expect(tables.rows.length).toBeGreaterThan(5);
    const open = tables.rows.filter(
      ({ name, forced }) => !forced && !ACROSS_TENANTS.has(`${service}.${name}`),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('shows the application nothing of any such table without a tenant, and lets it write nothing', async () => {
    const { rows } = await within(databaseOf(service).ownerUrl, (client) =>
      client.query<{ name: string; forced: boolean }>(TENANT_TABLES),
    );
    await within(databaseOf(service).appUrl, async (client) => {
      for (const { name } of rows.filter(({ forced }) => forced)) {
        const seen = await client.query(`select 1 from ${name} limit 1`);
        expect(seen.rowCount).toBe(0);
      }
      await expect(
        client.query(`insert into stream (tenant, id, version, hash) values ('donghu', 'x', 0, '')`),
      ).rejects.toThrow(/row-level security/);
    });
  });

  it('refuses the roles of every other service', async () => {
    const own = new URL(databaseOf(service).appUrl).pathname;
    for (const other of SERVICES.filter((each) => each !== service)) {
      for (const url of [databaseOf(other).appUrl, databaseOf(other).relayUrl, databaseOf(other).ownerUrl]) {
        const foreign = new URL(url);
        foreign.pathname = own;
        await expect(within(foreign.href, (client) => client.query('select 1'))).rejects.toThrow(
          /permission denied/,
        );
      }
    }
  });

  it('gives the application no way around: no superuser, no bypass, no ownership', async () => {
    const role = await within(databaseOf(service).appUrl, (client) =>
      client.query<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>(
        `select rolsuper, rolbypassrls, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
         from pg_roles r where rolname = current_user`,
      ),
    );
    expect(role.rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
  });
});
