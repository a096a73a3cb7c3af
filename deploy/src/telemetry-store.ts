import { join, relative } from 'node:path';
import { inheritedEnvironment } from './processes/inherited-environment.ts';
import { launch } from './processes/managed-process.ts';
import { serviceOutput } from './processes/service-output.ts';
import { STOP } from './processes/stop-order.ts';
import { supervise } from './processes/supervised-process.ts';
import type { Secrets } from './secrets.ts';
import { COMPILE_CACHE, REPOSITORY, type StateDirectory } from './state-directory.ts';
import { LOOPBACK } from './topology.ts';

export const TELEMETRY_STORE_ENTRY = 'packages/telemetry-store/src/main.ts';

/** Beside its own bound of 32 MiB for what it keeps it needs room to read a body and to answer. */
const HEAP_MB = 128;
/** What a body leaves behind dies young; more would only be held. */
const YOUNG_MB = 8;
export const TELEMETRY_STORE_ARGUMENTS: readonly string[] = [
  `--max-old-space-size=${HEAP_MB}`,
  `--max-semi-space-size=${YOUNG_MB}`,
];

/** Where traces go and are asked for when no collector was given. */
export interface TelemetryStoreAccess {
  readonly url: string;
  readonly token: string;
}

export interface TelemetryStoreOptions {
  readonly state: StateDirectory;
  readonly secrets: Secrets;
  readonly port: number;
  readonly say: (line: string) => void;
  readonly show: (process: string, line: string) => void;
}

/** Runs the store beside the services; nobody waits for it, and its end ends nothing else. */
export function startTelemetryStore(options: TelemetryStoreOptions): {
  readonly access: TelemetryStoreAccess;
  stop(): Promise<void>;
} {
  const { state, secrets, port, say, show } = options;
  const name = 'telemetry-store';
  const token = secrets.password(name);
  const logFile = join(state.logs, `${name}.log`);
  const supervised = supervise({
    name,
    logFile: relative(REPOSITORY, logFile),
    say,
    output: serviceOutput(logFile, (line) => show(name, line)),
    launch: () =>
      launch({
        ...STOP.telemetryStore,
        name,
        command: process.execPath,
        args: [...TELEMETRY_STORE_ARGUMENTS, join(REPOSITORY, TELEMETRY_STORE_ENTRY)],
        env: {
          ...inheritedEnvironment(),
          NODE_COMPILE_CACHE: COMPILE_CACHE,
          HUIYIN_PARENT_WATCH: '1',
          TELEMETRY_STORE_PORT: String(port),
          TELEMETRY_STORE_TOKEN: token,
        },
        cwd: REPOSITORY,
        runDirectory: state.run,
        output: 'pipe',
      }),
  });
  void supervised.gaveUp.then((line) => say(`${line}; everything else runs on, without traces`));
  return { access: { url: `http://${LOOPBACK}:${port}`, token }, stop: supervised.stop };
}
