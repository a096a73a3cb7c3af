import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

const OUR_SUBJECTS = 'huiyin.';

/** Deletes Huiyin's streams on a NATS server that is not ours to delete. Their content can be refilled from the databases. */
export async function dropStreams(url: string): Promise<void> {
  const connection = await connect({ servers: url, timeout: 5_000, maxReconnectAttempts: 0 });
  try {
    const manager = await jetstreamManager(connection);
    for await (const { config } of manager.streams.list()) {
      if (config.subjects?.some((subject) => subject.startsWith(OUR_SUBJECTS)) === true) {
        await manager.streams.delete(config.name);
      }
    }
  } finally {
    await connection.close();
  }
}
