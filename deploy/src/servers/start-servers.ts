import type { Secrets } from '../secrets.ts';
import type { StateDirectory } from '../state-directory.ts';
import type { ServerPorts } from '../topology.ts';
import { describeExit } from '../processes/managed-process.ts';
import { provideServers, type ServerProgram } from './install-servers.ts';
import { startNats } from './nats.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import type { RunningServer } from './running-server.ts';
import type { ServerUrls } from './server-urls.ts';

/** Servers that run already and are used as they are. */
export type GivenServers = Partial<ServerUrls>;

export interface StartServersOptions {
  readonly state: StateDirectory;
  readonly ports: Omit<ServerPorts, 'telemetryStore'>;
  readonly secrets: Secrets;
  readonly given?: GivenServers;
  readonly say: (line: string) => void;
}

export interface Servers {
  readonly urls: ServerUrls;
  readonly started: readonly RunningServer[];
  /** One line, once, when a started server ends without having been asked to. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** Starts those of the three servers that are not given. When one fails, those already up are stopped again. */
export async function startServers(options: StartServersOptions): Promise<Servers> {
  const { state, ports, secrets, given = {}, say } = options;
  const wanted: readonly ServerProgram[] = [
    ...(given.nats === undefined ? (['nats-server'] as const) : []),
    ...(given.redis === undefined ? (['redis-server'] as const) : []),
  ];
  const programs = await provideServers(wanted, say);
  const outcomes = await Promise.allSettled([
    given.postgresAdmin ?? startPostgres(state, ports.postgres, secrets.password('postgres')),
    given.nats ?? startNats(programs['nats-server'], state, ports.nats),
    given.redis ?? startRedis(programs['redis-server'], state, ports.redis, secrets.password('redis')),
  ]);
  const parts = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const started = parts.filter((part) => typeof part !== 'string');
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) {
    await stopAll(started);
    throw failure.reason;
  }
  for (const server of started) say(`${server.name} ${server.version} on port ${new URL(server.url).port}`);
  const [postgresAdmin = '', nats = '', redis = ''] = parts.map((part) =>
    typeof part === 'string' ? part : part.url,
  );
  return { urls: { postgresAdmin, nats, redis }, started, ...watch(started) };
}

function watch(started: readonly RunningServer[]): Pick<Servers, 'died' | 'stop'> {
  const state = { stopping: false };
  const died = new Promise<string>((resolve) => {
    for (const server of started) {
      void server.process.exited.then((status) => {
        if (!state.stopping) resolve(`${server.name} ended unexpectedly (${describeExit(status)})`);
      });
    }
  });
  const stop = async (): Promise<void> => {
    state.stopping = true;
    await stopAll(started);
  };
  return { died, stop };
}

/** Redis and NATS first; Postgres when nobody writes any more. */
async function stopAll(servers: readonly RunningServer[]): Promise<void> {
  await Promise.all(servers.filter(({ name }) => name !== 'postgres').map(({ process }) => process.stop()));
  await Promise.all(servers.filter(({ name }) => name === 'postgres').map(({ process }) => process.stop()));
}
