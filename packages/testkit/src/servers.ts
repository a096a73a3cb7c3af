import { connectAsAdmin, prepareDatabases } from '@huiyin/deploy/databases';
import { provideIdentityKeys } from '@huiyin/deploy/identity-keys';
import { migrateDatabases, migrationsDirectory } from '@huiyin/deploy/migrate-databases';
import { openSecrets } from '@huiyin/deploy/secrets';
import { freePortRange } from '@huiyin/deploy/servers/ports';
import { startServers, type Servers } from '@huiyin/deploy/servers/start-servers';
import { databaseOf, SERVICE_NAMES } from '@huiyin/deploy/topology';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openTestState, type TestState } from './test-state.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresAdmin: string;
    nats: string;
    redis: string;
    /** Folder of this test run, with secrets and identity keys. */
    stateRoot: string;
  }
}

const SERVER_PORTS = 3;
let servers: Servers | undefined;
let folder: TestState | undefined;

/**
 * Starts Postgres, NATS and Redis once for a whole test run, beside whatever else runs here, and makes one migrated
 * template database per service. Vitest calls this before the first test file.
 */
export async function setup(project: TestProject): Promise<void> {
  folder = await openTestState('test');
  const { state } = folder;
  const base = await freePortRange(SERVER_PORTS);
  const secrets = openSecrets(state);
  const ports = { postgres: base, nats: base + 1, redis: base + 2 };
  servers = await startServers({ state, ports, secrets, say: () => undefined });
  const { postgresAdmin, nats, redis } = servers.urls;
  const specs = SERVICE_NAMES.filter((name) => existsSync(migrationsDirectory(name))).map(databaseOf);
  const admin = await connectAsAdmin(postgresAdmin);
  try {
    await prepareDatabases(admin.client, specs, secrets);
  } finally {
    await admin.close();
  }
  await migrateDatabases(postgresAdmin, specs, secrets);
  provideIdentityKeys(state);
  project.provide('postgresAdmin', postgresAdmin);
  project.provide('nats', nats);
  project.provide('redis', redis);
  project.provide('stateRoot', state.root);
}

/** Stops the servers and removes their data. */
export async function teardown(): Promise<void> {
  await servers?.stop();
  await folder?.remove();
}
