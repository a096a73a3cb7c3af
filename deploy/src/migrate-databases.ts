import { join } from 'node:path';
import { migrate } from '@huiyin/postgres/migrate';
import type { Secrets } from './secrets.ts';
import { databaseUrl } from './servers/server-urls.ts';
import { StartupFailure } from './servers/startup-failure.ts';
import { REPOSITORY } from './state-directory.ts';
import type { DatabaseSpec, ServiceName } from './topology.ts';

export function migrationsDirectory(service: ServiceName): string {
  return join(REPOSITORY, 'services', service, 'migrations');
}

/** Brings every service's database to its newest version. Answers how many migrations were applied. */
export async function migrateDatabases(
  adminUrl: string,
  specs: readonly DatabaseSpec[],
  secrets: Secrets,
): Promise<number> {
  const applied = await Promise.all(
    specs.map((spec) =>
      migrateDatabase(databaseUrl(adminUrl, spec.database, ownerLogin(spec, secrets)), spec),
    ),
  );
  return applied.reduce((sum, count) => sum + count, 0);
}

export async function migrateDatabase(ownerUrl: string, spec: DatabaseSpec): Promise<number> {
  const { service, appRole, relayRole } = spec;
  try {
    const applied = await migrate({ ownerUrl, directory: migrationsDirectory(service), appRole, relayRole });
    return applied.length;
  } catch (error) {
    const messages = [error, error instanceof Error ? error.cause : undefined].flatMap((part) =>
      part instanceof Error ? [part.message] : [],
    );
    throw new StartupFailure(`${service}: ${messages.join(': ')}`, { cause: error });
  }
}

export function ownerLogin(spec: DatabaseSpec, secrets: Secrets): { role: string; password: string } {
  return { role: spec.ownerRole, password: secrets.password(spec.ownerRole) };
}
