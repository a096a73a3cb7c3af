import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inheritedEnvironment } from '../processes/inherited-environment.ts';
import { describeExit, launch } from '../processes/managed-process.ts';
import { STOP } from '../processes/stop-order.ts';
import type { StateDirectory } from '../state-directory.ts';
import { LOOPBACK } from '../topology.ts';
import { ask, becomesReady } from './ports.ts';
import type { RunningServer } from './running-server.ts';
import { lastLine, runProgram } from './run-program.ts';
import { StartupFailure } from './startup-failure.ts';

const READY_TIMEOUT_MS = 30_000;

/** Starts nats-server with JetStream on a file store. */
export async function startNats(
  program: string,
  state: StateDirectory,
  port: number,
): Promise<RunningServer> {
  mkdirSync(state.nats, { recursive: true });
  const config = join(state.nats, 'nats.conf');
  writeFileSync(config, natsConfiguration({ host: LOOPBACK, port, store: join(state.nats, 'store') }));
  const check = await runProgram(program, ['-c', config, '-t']);
  if (check.code !== 0)
    throw new StartupFailure(`nats-server refuses its configuration: ${lastLine(check.output)}`);
  const process = launch({
    ...STOP.nats,
    name: 'nats',
    command: program,
    args: ['-c', config],
    env: inheritedEnvironment(),
    cwd: state.nats,
    runDirectory: state.run,
    output: { file: join(state.logs, 'nats.log') },
  });
  const probe = { version: '' };
  const ready = await becomesReady(
    async () => (probe.version = await jetStreamVersion(port)) !== '',
    READY_TIMEOUT_MS,
    process.exited,
  );
  if (!ready) {
    await process.stop();
    const reason = describeExit(await process.exited);
    throw new StartupFailure(`nats-server did not start (${reason}); see ${join(state.logs, 'nats.log')}`);
  }
  return { name: 'nats', version: probe.version, url: `nats://${LOOPBACK}:${port}`, process };
}

export interface NatsSettings {
  readonly host: string;
  readonly port: number;
  /** Folder of JetStream's files. */
  readonly store: string;
  /** Where `/healthz` is answered; nowhere when absent. */
  readonly monitorPort?: number;
  /** Flush every message to disk before it is acknowledged; a server before 2.10 refuses the word. */
  readonly syncAlways?: boolean;
}

/** The blank before each brace matters: nats-server 2.9 reads `jetstream{` as the name of an unknown field. */
export function natsConfiguration({ host, port, store, monitorPort, syncAlways }: NatsSettings): string {
  return `host: ${host}
port: ${port}
server_name: huiyin
${monitorPort === undefined ? '' : `http: ${host}:${monitorPort}\n`}jetstream {
  store_dir: ${JSON.stringify(store)}
  max_memory_store: 256MB
  max_file_store: 8GB
${syncAlways === true ? '  sync_interval: always\n' : ''}}
`;
}

/** The server introduces itself on connection; with JetStream off or not yet up it says so. */
async function jetStreamVersion(port: number): Promise<string> {
  const line = /^INFO (\{.*\})/.exec((await ask(port, '')) ?? '');
  if (line?.[1] === undefined) return '';
  const info = JSON.parse(line[1]) as { version: string; jetstream?: boolean };
  return info.jetstream === true ? info.version : '';
}
