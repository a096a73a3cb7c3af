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

const READY_TIMEOUT_MS = 20_000;

/** Starts redis-server with a password: it holds the login sessions. */
export async function startRedis(
  program: string,
  state: StateDirectory,
  port: number,
  password: string,
): Promise<RunningServer> {
  mkdirSync(state.redis, { recursive: true });
  const config = join(state.redis, 'redis.conf');
  const text = redisConfiguration({ bind: LOOPBACK, port, folder: state.redis, password });
  writeFileSync(config, text, { mode: 0o600 });
  const process = launch({
    ...STOP.redis,
    name: 'redis',
    command: program,
    args: [config],
    env: inheritedEnvironment(),
    cwd: state.redis,
    runDirectory: state.run,
    output: { file: join(state.logs, 'redis.log') },
  });
  const answers = async (): Promise<boolean> =>
    (await ask(port, `AUTH ${password}\r\nPING\r\n`))?.startsWith('+OK') ?? false;
  if (!(await becomesReady(answers, READY_TIMEOUT_MS, process.exited))) {
    await process.stop();
    const reason = describeExit(await process.exited);
    throw new StartupFailure(`redis-server did not start (${reason}); see ${join(state.logs, 'redis.log')}`);
  }
  const version = /v=([\d.]+)/.exec(lastLine((await runProgram(program, ['--version'])).output))?.[1] ?? '';
  return {
    name: 'redis',
    version,
    url: `redis://:${encodeURIComponent(password)}@${LOOPBACK}:${port}`,
    process,
  };
}

export interface RedisSettings {
  readonly bind: string;
  readonly port: number;
  readonly folder: string;
  readonly password: string;
}

/** Losing Redis costs a new login, nothing else, so a snapshot now and then is enough. */
export function redisConfiguration({ bind, port, folder, password }: RedisSettings): string {
  return `bind ${bind}
port ${port}
dir ${JSON.stringify(folder)}
requirepass ${password}
save 60 1
appendonly no
maxmemory 256mb
maxmemory-policy noeviction
daemonize no
`;
}
