import { setTimeout as delay } from 'node:timers/promises';
import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';
import type { BusLog } from './log.ts';

const PING_INTERVAL_MS = 20_000;
const RECONNECT_WAIT_MS = 250;
const RECONNECT_JITTER_MS = 500;
const CONNECT_TIMEOUT_MS = 5_000;
/** At start a missing broker is a wrong setting sooner than an outage, so it is reported. */
const FIRST_CONNECT_MS = 30_000;

/**
 * Connects to the broker and stays connected for the process's life: an outage is ridden out with jittered
 * reconnects, for ever. Throws when the first connection does not come about within `firstConnectMs`.
 */
export async function connectBus(options: {
  /** `nats://[user:password@]host:port`, several separated by commas. */
  readonly url: string;
  /** Shown by the broker's own tools. */
  readonly name: string;
  readonly log: BusLog;
  readonly firstConnectMs?: number;
}): Promise<NatsConnection> {
  const { log, name } = options;
  const connection = await firstConnection(
    { ...serversOf(options.url), ...SETTINGS, name },
    options.firstConnectMs ?? FIRST_CONNECT_MS,
  );
  log.info({ broker: connection.getServer(), version: connection.info?.version }, 'connected to the broker');
  void logStatus(connection, log);
  return connection;
}

const SETTINGS: ConnectionOptions = {
  maxReconnectAttempts: -1,
  reconnectTimeWait: RECONNECT_WAIT_MS,
  reconnectJitter: RECONNECT_JITTER_MS,
  reconnectJitterTLS: RECONNECT_JITTER_MS,
  pingInterval: PING_INTERVAL_MS,
  timeout: CONNECT_TIMEOUT_MS,
};

async function firstConnection(options: ConnectionOptions, withinMs: number): Promise<NatsConnection> {
  const giveUpAt = Date.now() + withinMs;
  for (;;) {
    try {
      return await connect(options);
    } catch (error) {
      if (Date.now() + RECONNECT_WAIT_MS >= giveUpAt) {
        throw new Error(`no broker at ${String(options.servers)}`, { cause: error });
      }
      await delay(RECONNECT_WAIT_MS);
    }
  }
}

function serversOf(url: string): ConnectionOptions {
  const urls = url.split(',').map((part) => new URL(part.trim()));
  const { username, password } = urls[0] ?? {};
  return {
    servers: urls.map((each) => each.host),
    ...(username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password ?? '') } : {}),
  };
}

async function logStatus(connection: NatsConnection, log: BusLog): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect') log.warn({ server: status.server }, 'broker connection lost');
    else if (status.type === 'reconnect') log.info({ server: status.server }, 'broker connection restored');
    else if (status.type === 'error') log.warn({ err: status.error }, 'broker reported an error');
    else if (status.type === 'ldm') log.warn({ server: status.server }, 'broker is about to shut down');
  }
}
