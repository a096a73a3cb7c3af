import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Secrets } from './secrets.ts';
import { StartupFailure } from './servers/startup-failure.ts';
import type { DatabaseSpec } from './topology.ts';

/** Provider `builtin` with C.UTF-8, which trigrams over Chinese need, exists from 17 on. */
const OLDEST_SERVER = 170_000;
/** Any number: taken while roles and databases are made, so that two starters on one server do not race. */
const PREPARE_LOCK = 4_811_001;

export interface AdminConnection {
  readonly client: Client;
  close(): Promise<void>;
}

export async function connectAsAdmin(adminUrl: string): Promise<AdminConnection> {
  const client = new Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'huiyin-start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupFailure(`Postgres cannot be reached with the given DATABASE_URL: ${reason}`, {
      cause: error,
    });
  }
  return { client, close: () => client.end() };
}

/** Creates what is missing of every database and its three roles, and sets the roles right. May be repeated. */
export async function prepareDatabases(
  admin: Client,
  specs: readonly DatabaseSpec[],
  secrets: Secrets,
): Promise<void> {
  await requireVersion(admin);
  await admin.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
  try {
    for (const spec of specs) {
      await prepareRoles(admin, spec, secrets);
      await createDatabase(admin, { database: spec.database, owner: spec.ownerRole, template: 'template0' });
      await closeToOthers(admin, spec.database, spec);
    }
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [PREPARE_LOCK]);
  }
}

export async function prepareRoles(admin: Client, spec: DatabaseSpec, secrets: Secrets): Promise<void> {
  for (const role of rolesOf(spec)) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await admin.query(`create role ${escapeIdentifier(role)}`);
    await admin.query(
      `alter role ${escapeIdentifier(role)} with login nosuperuser nocreatedb nocreaterole nobypassrls
       password ${escapeLiteral(secrets.password(role))}`,
    );
  }
}

/** Answers whether the database had to be made. */
export async function createDatabase(
  admin: Client,
  { database, owner, template }: { database: string; owner: string; template: string },
): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  if (rowCount !== 0) return false;
  const locale =
    template === 'template0'
      ? `encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`
      : '';
  // A managed server's admin is no superuser and must be a member of the role it gives a database to.
  await admin.query(`grant ${escapeIdentifier(owner)} to current_user`);
  await admin.query(
    `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(owner)}
     template ${escapeIdentifier(template)} ${locale}`,
  );
  return true;
}

/** Only a service's own roles may connect to its database. */
export async function closeToOthers(admin: Client, database: string, spec: DatabaseSpec): Promise<void> {
  const name = escapeIdentifier(database);
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(`grant connect on database ${name} to ${rolesOf(spec).map(escapeIdentifier).join(', ')}`);
}

/** Drops the databases of a server that is not ours to delete. Sessions on them are ended. */
export async function dropDatabases(admin: Client, specs: readonly DatabaseSpec[]): Promise<void> {
  for (const { database } of specs) {
    await admin.query(`drop database if exists ${escapeIdentifier(database)} with (force)`);
  }
}

function rolesOf({ ownerRole, appRole, relayRole }: DatabaseSpec): readonly string[] {
  return [ownerRole, appRole, relayRole];
}

async function requireVersion(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  );
  const { number, text } = rows[0] ?? { number: 0, text: 'unknown' };
  if (number < OLDEST_SERVER) {
    throw new StartupFailure(
      `Postgres ${text} is too old: 17 is the oldest that works, 18 is what is tested`,
    );
  }
}
