import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

export interface MigrateOptions {
  /** Connection of the role that owns the service's tables. */
  readonly ownerUrl: string;
  /** Folder of the service's own `NNNN_name.sql` files. */
  readonly directory: string;
  readonly appRole: string;
  readonly relayRole: string;
}

/** One numbered file. */
interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const KIT_DIRECTORY = join(import.meta.dirname, '..', 'migrations');
const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;
/** Serialises migrators of one database. */
const MIGRATE_LOCK = 7_117_000;

/**
 * Brings one service's database to the newest version: the kit's migrations first, then the service's own, each in
 * its own transaction, once. Refuses a file that was edited after it had been applied. Answers the names applied now.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = [
    ...(await readMigrations(KIT_DIRECTORY, 'kit/')),
    ...(await readMigrations(options.directory, '')),
  ];
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query("set lock_timeout = '2s'");
    await client.query('select pg_advisory_lock($1)', [MIGRATE_LOCK]);
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null)',
    );
    await client.query(
      "select set_config('huiyin.app_role', $1, false), set_config('huiyin.relay_role', $2, false)",
      [options.appRole, options.relayRole],
    );
    await client.query(`grant select on migration to ${client.escapeIdentifier(options.appRole)}`);
    return await applyMissing(client, migrations);
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const known = new Map(
    (await client.query<{ name: string; checksum: string }>('select name, checksum from migration')).rows.map(
      (row) => [row.name, row.checksum],
    ),
  );
  const applied: string[] = [];
  for (const migration of migrations) {
    const checksum = known.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum !== undefined)
      throw new Error(`migration ${migration.name} was edited after it had been applied`);
    await applyOne(client, migration);
    applied.push(migration.name);
  }
  return applied;
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(
      'insert into migration (name, checksum, applied_at) values ($1, $2, clock_timestamp())',
      [migration.name, migration.checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}

async function readMigrations(directory: string, prefix: string): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).toSorted();
  const wrong = files.find((file) => !NAME.test(file));
  if (wrong !== undefined) throw new Error(`migration ${wrong} is not named NNNN_name.sql`);
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(join(directory, file), 'utf8');
      return { name: prefix + file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
