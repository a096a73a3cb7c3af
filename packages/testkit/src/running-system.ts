import { openSecrets } from '@huiyin/deploy/secrets';
import { freePortRange } from '@huiyin/deploy/servers/ports';
import { startServers } from '@huiyin/deploy/servers/start-servers';
import type { ServerUrls } from '@huiyin/deploy/servers/server-urls';
import { startSystem, type SystemOptions } from '@huiyin/deploy/system';
import { describeTopology, PORT_SPAN, type ServiceName, type TopologyOptions } from '@huiyin/deploy/topology';
import { seedDemoCity } from '@huiyin/scripts/seed';
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
  stop(): Promise<void>;
}

/** Starts a whole Huiyin in rehearsal on free ports. Stop it in the test's teardown; its data goes with it. */
export async function startRunningSystem(
  name: string,
  options: { readonly seed?: boolean } & Pick<
    SystemOptions,
    'otlpEndpoint' | 'keepTraces' | 'nodeArguments' | 'messages'
  > &
    Pick<TopologyOptions, 'replicas' | 'only'> = {},
): Promise<RunningSystem> {
  const folder = await openTestState(`system-${name}`);
  const { state } = folder;
  const base = await freePortRange(PORT_SPAN + 1);
  const topology = describeTopology({
    portBase: base,
    gatewayPort: base + PORT_SPAN,
    ...(options.replicas === undefined ? {} : { replicas: options.replicas }),
    ...(options.only === undefined ? {} : { only: options.only }),
  });
  const secrets = openSecrets(state);
  const complaints: string[] = [];
  const quiet = (): void => undefined;
  const servers = await startServers({ state, ports: topology.serverPorts, secrets, say: quiet });
  const system = await startSystem({
    topology,
    state,
    secrets,
    urls: servers.urls,
    logLevel: 'info',
    say: quiet,
    show: (process, line) => complaints.push(`${process}: ${line}`),
    ...(options.otlpEndpoint === undefined ? {} : { otlpEndpoint: options.otlpEndpoint }),
    ...(options.keepTraces === undefined ? {} : { keepTraces: options.keepTraces }),
    ...(options.nodeArguments === undefined ? {} : { nodeArguments: options.nodeArguments }),
    ...(options.messages === undefined ? {} : { messages: options.messages }),
  });
  const stop = async (): Promise<void> => {
    await system.stop();
    await servers.stop();
    await folder.remove();
  };
  try {
    await system.ready;
    if (options.seed !== false) await seedDemoCity({ ...system, say: quiet });
  } catch (error) {
    await stop();
    throw new Error(`the system did not come up:\n${complaints.slice(-20).join('\n')}`, { cause: error });
  }
  const { gatewayUrl, target } = system;
  return { gatewayUrl, urls: servers.urls, target, complaints, run: state.run, logs: state.logs, stop };
}
