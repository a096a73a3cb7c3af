import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAsAdmin } from '@huiyin/deploy/databases';
import { migrationsDirectory } from '@huiyin/deploy/migrate-databases';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import type { DatabaseSpec } from '@huiyin/deploy/topology';
import { fine, wrong, type Finding } from './finding.ts';

const KIT_MIGRATIONS = join(REPOSITORY, 'packages/postgres/migrations');

/** Each service's database: its migrations against the files, and events that nobody could digest. */
export async function examineDatabases(
  adminUrl: string,
  specs: readonly DatabaseSpec[],
): Promise<readonly Finding[]> {
  return Promise.all(specs.map((spec) => examineDatabase(adminUrl, spec)));
}

async function examineDatabase(adminUrl: string, spec: DatabaseSpec): Promise<Finding> {
  const what = `database ${spec.database}`;
  try {
    const admin = await connectAsAdmin(databaseUrl(adminUrl, spec.database));
    try {
      const applied = await admin.client.query<{ name: string }>('select name from migration');
      const dead = await admin.client.query<{ count: string }>(
        'select count(*) as count from dead_letter where resolved_at is null',
      );
      const lines = [
        ...compareMigrations(
          applied.rows.map(({ name }) => name),
          await migrationFiles(spec),
        ),
        ...deadLetterLine(Number(dead.rows[0]?.count ?? 0)),
      ];
      return lines.length === 0 ? fine(what) : wrong(what, `${spec.service}: ${lines.join('; ')}`);
    } finally {
      await admin.close();
    }
  } catch (error) {
    return wrong(what, `${spec.service}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function compareMigrations(applied: readonly string[], files: readonly string[]): readonly string[] {
  const pending = files.filter((file) => !applied.includes(file));
  const unknown = applied.filter((name) => !files.includes(name));
  return [
    ...(pending.length === 0 ? [] : [`migrations wait for the next start: ${pending.join(', ')}`]),
    ...(unknown.length === 0 ? [] : [`the database is newer than this clone: ${unknown.join(', ')}`]),
  ];
}

function deadLetterLine(count: number): readonly string[] {
  return count === 0 ? [] : [`${count} dead letters wait, see npm run dead-letters`];
}

async function migrationFiles({ service }: DatabaseSpec): Promise<readonly string[]> {
  const own = await sqlFiles(migrationsDirectory(service));
  const kit = await sqlFiles(KIT_MIGRATIONS);
  return [...kit.map((file) => `kit/${file}`), ...own];
}

async function sqlFiles(directory: string): Promise<readonly string[]> {
  return (await readdir(directory)).filter((file) => file.endsWith('.sql'));
}
