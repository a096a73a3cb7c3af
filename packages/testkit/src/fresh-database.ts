import { randomBytes } from 'node:crypto';
import { closeToOthers, connectAsAdmin, createDatabase } from '@huiyin/deploy/databases';
import { openSecrets } from '@huiyin/deploy/secrets';
import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { stateDirectory } from '@huiyin/deploy/state-directory';
import { databaseOf, type ServiceName } from '@huiyin/deploy/topology';
import { inject } from 'vitest';

/** A migrated database of one service, for one test file. */
export interface TestDatabase {
  readonly appUrl: string;
  readonly relayUrl: string;
  readonly ownerUrl: string;
  /** A superuser's connection to this database. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/** Clones the service's template. Drop it when the file is done. */
export async function freshDatabase(service: ServiceName): Promise<TestDatabase> {
  const admin = inject('postgresAdmin');
  const secrets = openSecrets(stateDirectory(inject('stateRoot')));
  const spec = databaseOf(service);
  const database = `test_${service}_${randomBytes(6).toString('hex')}`;
  const connection = await connectAsAdmin(admin);
  try {
    await createDatabase(connection.client, { database, owner: spec.ownerRole, template: spec.database });
    await closeToOthers(connection.client, database, spec);
  } finally {
    await connection.close();
  }
  const url = (role: string): string =>
    databaseUrl(admin, database, { role, password: secrets.password(role) });
  const adminUrl = new URL(admin);
  adminUrl.pathname = `/${database}`;
  return {
    appUrl: url(spec.appRole),
    relayUrl: url(spec.relayRole),
    ownerUrl: url(spec.ownerRole),
    adminUrl: adminUrl.href,
    drop: () => drop(admin, database),
  };
}

async function drop(admin: string, database: string): Promise<void> {
  const connection = await connectAsAdmin(admin);
  try {
    await connection.client.query(`drop database if exists ${database} with (force)`);
  } finally {
    await connection.close();
  }
}
