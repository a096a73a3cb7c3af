import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf, SERVICE_NAMES, type ServiceName } from '@huiyin/deploy/topology';
import { Client } from 'pg';

/** One row of any table of any service, as a superuser reads it from the pages of the database. */
export interface StoredRow {
  readonly service: ServiceName;
  readonly table: string;
  /** The whole row as JSON. */
  readonly text: string;
  /** Which transaction wrote it. */
  readonly xmin: string;
}

/** Every row of every table of every service, past row-level security, in the order in which they lie on disk. */
export async function everythingStored(postgresAdmin: string): Promise<readonly StoredRow[]> {
  const stored: StoredRow[] = [];
  for (const service of SERVICE_NAMES) {
    const client = new Client(databaseUrl(postgresAdmin, databaseOf(service).database));
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string; xmin: string }>(
        `select to_jsonb(t)::text as text, t.xmin::text as xmin from ${name} t order by t.ctid`,
      );
      stored.push(...rows.map((row) => ({ service, table: name.replace('public.', ''), ...row })));
    }
    await client.end();
  }
  return stored;
}
