import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { connectAsAdmin, prepareDatabases } from './databases.ts';
import { isReady } from './health.ts';
import { provideIdentityKeys, type IdentityFiles } from './identity-keys.ts';
import { migrateDatabases } from './migrate-databases.ts';
import { environmentOf, type EnvironmentInputs, type MessageSettings } from './process-environment.ts';
import { inheritedEnvironment } from './processes/inherited-environment.ts';
import { launch } from './processes/managed-process.ts';
import { serviceOutput } from './processes/service-output.ts';
import { STOP } from './processes/stop-order.ts';
import { supervise, type SupervisedProcess } from './processes/supervised-process.ts';
import type { Secrets } from './secrets.ts';
import { becomesReady } from './servers/ports.ts';
import type { ServerUrls } from './servers/server-urls.ts';
import { StartupFailure } from './servers/startup-failure.ts';
import { COMPILE_CACHE, REPOSITORY, type StateDirectory } from './state-directory.ts';
import { startTelemetryStore, TELEMETRY_STORE_ENTRY } from './telemetry-store.ts';
import { LOOPBACK, peerTarget, type ProcessSpec, type ServiceName, type Topology } from './topology.ts';

const READY_TIMEOUT_MS = 60_000;
/** Ten processes asked more often would slow down what they are waited for. */
const READY_POLL_MS = 150;
const TELEMETRY_PRELOAD = join(REPOSITORY, 'packages/runtime/src/telemetry-preload.ts');

export interface SystemOptions {
  readonly topology: Topology;
  readonly state: StateDirectory;
  readonly secrets: Secrets;
  readonly urls: ServerUrls;
  readonly logLevel: string;
  readonly otlpEndpoint?: string;
  /** Where no endpoint is given: keep the traces of the last hours in a process of our own. */
  readonly keepTraces?: boolean;
  /** tcp://host:port of clamd, or none, also when absent. */
  readonly scannerUrl?: string;
  /** Further arguments of Node for a process: a profiler, a clock that a test shifts. */
  readonly nodeArguments?: (process: ProcessSpec) => readonly string[];
  /** Which of the topology's processes are started; absent: all. The others run already, or will. */
  readonly starts?: (process: ProcessSpec) => boolean;
  /** How notices leave the house; absent: they do not. */
  readonly messages?: MessageSettings;
  /** Progress of the start. */
  readonly say: (line: string) => void;
  /** A warning or error of one process, for the console. */
  readonly show: (process: string, line: string) => void;
}

/** A running Huiyin without its servers. */
export interface System {
  readonly gatewayUrl: string;
  readonly identity: IdentityFiles;
  readonly target: (service: ServiceName) => string;
  /** Done when every process can do its work; rejects with a StartupFailure when one cannot. */
  readonly ready: Promise<void>;
  /** One line, once, when a process keeps dying. */
  readonly failed: Promise<string>;
  /** The gateway first, so that nothing new arrives, then the services. */
  stop(): Promise<void>;
}

/** Keys, databases, migrations, then all processes at once. Await `ready`, and `stop` also when it rejects. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { topology, state, secrets, say } = options;
  const identity = provideIdentityKeys(state);
  const migrations = await prepareAndMigrate(options);
  say(
    `${topology.databases.length} databases ready${migrations > 0 ? `, ${migrations} migrations applied` : ''}`,
  );
  const roles = topology.databases.flatMap((database) => [database.appRole, database.relayRole]);
  const passwords = new Map(roles.map((role) => [role, secrets.password(role)]));
  const store =
    options.keepTraces === true && options.otlpEndpoint === undefined
      ? startTelemetryStore({ ...options, port: topology.serverPorts.telemetryStore })
      : undefined;
  const inputs: EnvironmentInputs = {
    ...options,
    identity,
    passwords,
    ...(store === undefined ? {} : { telemetryStore: store.access }),
  };
  const processes = topology.processes
    .filter((spec) => options.starts?.(spec) ?? true)
    .map((spec) => ({ spec, supervised: run(spec, options, inputs) }));
  const failed = Promise.race(processes.map(({ supervised }) => supervised.gaveUp));
  const ready = Promise.all(processes.map(({ spec }) => awaitReady(spec, failed, say))).then(() => undefined);
  ready.catch(() => undefined); // For the one who awaits it later, or never.
  return {
    gatewayUrl: `http://${LOOPBACK}:${topology.gatewayPort}`,
    identity,
    target: targetIn(topology),
    ready,
    failed,
    stop: async () => {
      await stopInOrder(processes);
      await store?.stop();
    },
  };
}

/** Lines for what the repository lacks to run this topology. */
export function missingParts(topology: Topology): readonly string[] {
  const entries = topology.processes.map(({ entry }) => entry);
  return [...new Set([...entries, relative(REPOSITORY, TELEMETRY_PRELOAD), TELEMETRY_STORE_ENTRY])]
    .filter((path) => !existsSync(join(REPOSITORY, path)))
    .map((path) => `${path} is missing: the clone is incomplete`);
}

async function prepareAndMigrate({ topology, secrets, urls }: SystemOptions): Promise<number> {
  const admin = await connectAsAdmin(urls.postgresAdmin);
  try {
    await prepareDatabases(admin.client, topology.databases, secrets);
  } finally {
    await admin.close();
  }
  return migrateDatabases(urls.postgresAdmin, topology.databases, secrets);
}

function run(
  spec: ProcessSpec,
  { state, say, show, nodeArguments }: SystemOptions,
  inputs: EnvironmentInputs,
): SupervisedProcess {
  const logFile = join(state.logs, `${spec.name}.log`);
  return supervise({
    name: spec.name,
    logFile: relative(REPOSITORY, logFile),
    say,
    output: serviceOutput(logFile, (line) => show(spec.name, line)),
    launch: () =>
      launch({
        ...(spec.service === 'gateway' ? STOP.gateway : STOP.service),
        name: spec.name,
        command: process.execPath,
        args: ['--import', TELEMETRY_PRELOAD, ...(nodeArguments?.(spec) ?? []), join(REPOSITORY, spec.entry)],
        env: {
          ...inheritedEnvironment(),
          NODE_COMPILE_CACHE: COMPILE_CACHE,
          ...environmentOf(spec, inputs),
        },
        cwd: REPOSITORY,
        runDirectory: state.run,
        output: 'pipe',
      }),
  });
}

async function awaitReady(
  spec: ProcessSpec,
  failed: Promise<string>,
  say: (line: string) => void,
): Promise<void> {
  const failure = failed.then((line) => Promise.reject(new StartupFailure(line)));
  const ready = await Promise.race([
    becomesReady(() => isReady(spec), READY_TIMEOUT_MS, failed, READY_POLL_MS),
    failure,
  ]);
  if (!ready)
    throw new StartupFailure(`${spec.name} is not ready after ${READY_TIMEOUT_MS / 1000} s; see its log`);
  say(`${spec.name} ready on port ${spec.port}`);
}

async function stopInOrder(
  processes: readonly { readonly spec: ProcessSpec; readonly supervised: SupervisedProcess }[],
): Promise<void> {
  const isGateway = ({ spec }: { spec: ProcessSpec }): boolean => spec.service === 'gateway';
  await Promise.all(processes.filter(isGateway).map(({ supervised }) => supervised.stop()));
  await Promise.all(
    processes.filter((process) => !isGateway(process)).map(({ supervised }) => supervised.stop()),
  );
}

function targetIn(topology: Topology): (service: ServiceName) => string {
  return (service) => {
    const target = peerTarget(topology, service);
    if (target === undefined) throw new Error(`${service} does not run in this system`);
    return target;
  };
}
