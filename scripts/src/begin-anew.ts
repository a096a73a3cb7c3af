import { rmSync } from 'node:fs';
import { connectAsAdmin, dropDatabases } from '@huiyin/deploy/databases';
import { dropStreams } from '@huiyin/deploy/servers/drop-streams';
import { removePostgresData } from '@huiyin/deploy/servers/postgres';
import { createStateDirectory, type StateDirectory } from '@huiyin/deploy/state-directory';
import { describeTopology } from '@huiyin/deploy/topology';
import type { StartOptions } from './start-options.ts';

/** Deletes what this start would use: the data of its own servers, or Huiyin's databases and streams on servers that were given. */
export async function beginAnew(state: StateDirectory, { environment }: StartOptions): Promise<void> {
  const { DATABASE_URL, NATS_URL } = environment;
  for (const directory of [state.redis, state.logs, state.secrets]) {
    rmSync(directory, { recursive: true, force: true });
  }
  if (DATABASE_URL === undefined) {
    await removePostgresData(state);
  } else {
    const admin = await connectAsAdmin(DATABASE_URL);
    await dropDatabases(admin.client, describeTopology().databases).finally(admin.close);
  }
  if (NATS_URL === undefined) rmSync(state.nats, { recursive: true, force: true });
  else await dropStreams(NATS_URL);
  createStateDirectory(state);
}
