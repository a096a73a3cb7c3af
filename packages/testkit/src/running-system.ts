import { connectAsAdmin, prepareDatabases } from '@huiyin/deploy/databases';
import { migrateDatabases } from '@huiyin/deploy/migrate-databases';
import { openSecrets, type Secrets } from '@huiyin/deploy/secrets';
import { freePortRange } from '@huiyin/deploy/servers/ports';
import { startServers } from '@huiyin/deploy/servers/start-servers';
import { databaseUrl, type ServerUrls } from '@huiyin/deploy/servers/server-urls';
import { startSystem, type SystemOptions } from '@huiyin/deploy/system';
import {
  databaseOf,
  describeTopology,
  PORT_SPAN,
  type ServiceName,
  type TopologyOptions,
} from '@huiyin/deploy/topology';
import { seedDemoCity } from '@huiyin/scripts/seed';
import type { StateDirectory } from '@huiyin/deploy/state-directory';
import { beginWithCity } from './seeded-city.ts';
import { openTestState } from './test-state.ts';

/** Huiyin's processes, all ten unless `only` some, with servers of their own and the demo city, beside whatever else runs on this machine. */
export interface RunningSystem {
  readonly gatewayUrl: string;
  readonly urls: ServerUrls;
  readonly target: (service: ServiceName) => string;
  /** Warnings and errors of the processes so far. */
  readonly complaints: readonly string[];
  /** Folder of the processes' pid files, `<process>.json` each. */
  readonly run: string;
  /** Folder of the processes' logs, `<process>.log` each. Gone after `stop`. */
  readonly logs: string;
  /** Starts replicas beside those of a service that run; they end with the system, or when told to. */
  addReplicas(service: ServiceName, added: { from: number; to: number }): Promise<Replicas>;
  /** An empty, migrated database of a service's make, which no process uses. */
  bareDatabase(service: ServiceName, name: string): Promise<BareDatabase>;
  /** Its data goes with it; `keep` is shown what it has stored before. */
  stop(keep?: (state: StateDirectory) => Promise<void>): Promise<void>;
}

export interface Replicas {
  stop(): Promise<void>;
}

/** Connections to it: with the service's rights, with the relay's, and past all of them. */
export interface BareDatabase {
  readonly appUrl: string;
  readonly relayUrl: string;
  readonly adminUrl: string;
}

export type RunningSystemOptions = {
  /** Whether it holds the demo city; it does unless told not to. */
  readonly seed?: boolean;
} & Pick<SystemOptions, 'otlpEndpoint' | 'keepTraces' | 'nodeArguments' | 'messages'> &
  Pick<TopologyOptions, 'mode' | 'replicas' | 'only'>;

/** Starts a whole Huiyin on free ports, in rehearsal where nothing else is said. Stop it in the test's teardown; its data goes with it. */
export async function startRunningSystem(
  name: string,
  options: RunningSystemOptions = {},
): Promise<RunningSystem> {
  const folder = await openTestState(`system-${name}`);
  const { state } = folder;
  const seeded = beginsSeeded(options) && (await beginWithCity(state));
  const base = await freePortRange(PORT_SPAN + 1);
  const described: TopologyOptions = {
    portBase: base,
    gatewayPort: base + PORT_SPAN,
    ...(options.mode === undefined ? {} : { mode: options.mode }),
    ...(options.replicas === undefined ? {} : { replicas: options.replicas }),
    ...(options.only === undefined ? {} : { only: options.only }),
  };
  const topology = describeTopology(described);
  const secrets = openSecrets(state);
  const complaints: string[] = [];
  const quiet = (): void => undefined;
  const servers = await startServers({ state, ports: topology.serverPorts, secrets, say: quiet });
  const common = {
    state,
    secrets,
    urls: servers.urls,
    logLevel: 'info',
    say: quiet,
    show: (process: string, line: string) => complaints.push(`${process}: ${line}`),
    ...(options.otlpEndpoint === undefined ? {} : { otlpEndpoint: options.otlpEndpoint }),
    ...(options.nodeArguments === undefined ? {} : { nodeArguments: options.nodeArguments }),
    ...(options.messages === undefined ? {} : { messages: options.messages }),
  };
  const system = await startSystem({
    ...common,
    topology,
    ...(options.keepTraces === undefined ? {} : { keepTraces: options.keepTraces }),
  });
  const replicas = furtherReplicas(common, described);
  const stop: RunningSystem['stop'] = async (keep) => {
    await replicas.stopAll();
    await system.stop();
    await servers.stop();
    try {
      await keep?.(state);
    } finally {
      await folder.remove();
    }
  };
  try {
    await system.ready;
    if (options.seed !== false && !seeded) await seedDemoCity({ ...system, say: quiet });
  } catch (error) {
    await stop();
    throw new Error(`the system did not come up:\n${complaints.slice(-20).join('\n')}`, { cause: error });
  }
  const { gatewayUrl, target } = system;
  const bareDatabase = bareDatabasesOn(servers.urls, secrets);
  const { run, logs } = state;
  const about = { gatewayUrl, urls: servers.urls, target, complaints, run, logs };
  return { ...about, addReplicas: replicas.add, bareDatabase, stop };
}

/** The run's city is one of ten processes in rehearsal; whoever asks for another seeds it. */
function beginsSeeded({ seed = true, mode = 'rehearsal', only }: RunningSystemOptions): boolean {
  return seed && mode === 'rehearsal' && only === undefined;
}

function furtherReplicas(
  common: Omit<SystemOptions, 'topology'>,
  described: TopologyOptions,
): { readonly add: RunningSystem['addReplicas']; stopAll(): Promise<void> } {
  const running = new Set<Replicas>();
  return {
    stopAll: async () => {
      await Promise.all([...running].map((replicas) => replicas.stop()));
    },
    add: async (service, { from, to }) => {
      const topology = describeTopology({
        ...described,
        replicas: { ...described.replicas, [service]: to },
      });
      const starts: SystemOptions['starts'] = (one) => one.service === service && one.replica >= from;
      const further = await startSystem({ ...common, topology, starts });
      const replicas: Replicas = {
        stop: async () => {
          running.delete(replicas);
          await further.stop();
        },
      };
      running.add(replicas);
      await further.ready;
      return replicas;
    },
  };
}

function bareDatabasesOn({ postgresAdmin }: ServerUrls, secrets: Secrets): RunningSystem['bareDatabase'] {
  return async (service, database) => {
    const spec = { ...databaseOf(service), database };
    const admin = await connectAsAdmin(postgresAdmin);
    try {
      await prepareDatabases(admin.client, [spec], secrets);
    } finally {
      await admin.close();
    }
    await migrateDatabases(postgresAdmin, [spec], secrets);
    const url = (role: string): string =>
      databaseUrl(postgresAdmin, database, { role, password: secrets.password(role) });
    return {
      appUrl: url(spec.appRole),
      relayUrl: url(spec.relayRole),
      adminUrl: databaseUrl(postgresAdmin, database),
    };
  };
}
