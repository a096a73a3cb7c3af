import { createConnection } from 'node:net';
import { isPortFree } from '@huiyin/deploy/servers/ports';
import { withoutCredentials } from '@huiyin/deploy/servers/server-urls';
import { missingParts } from '@huiyin/deploy/system';
import type { Topology } from '@huiyin/deploy/topology';
import type { StartOptions } from './start-options.ts';

const CONNECT_TIMEOUT_MS = 3_000;

/** Everything that would make a start fail, one line each; nothing has been started yet. */
export async function preflight(
  topology: Topology,
  { environment }: StartOptions,
): Promise<readonly string[]> {
  const { DATABASE_URL, NATS_URL, REDIS_URL } = environment;
  const { postgres, nats, redis } = topology.serverPorts;
  const ports: readonly (readonly [string, number])[] = [
    ...(DATABASE_URL === undefined ? ([['postgres', postgres]] as const) : []),
    ...(NATS_URL === undefined ? ([['nats', nats]] as const) : []),
    ...(REDIS_URL === undefined ? ([['redis', redis]] as const) : []),
    ...topology.processes.map(({ name, port }) => [name, port] as const),
  ];
  const lines = await Promise.all([
    ...ports.map(([name, port]) => portProblem(name, port)),
    ...Object.entries({ DATABASE_URL, NATS_URL, REDIS_URL }).map(([name, url]) => reachProblem(name, url)),
  ]);
  return [...missingParts(topology), ...lines.flat()];
}

async function portProblem(name: string, port: number): Promise<readonly string[]> {
  if (await isPortFree(port)) return [];
  const advice = name === 'gateway' ? 'set HUIYIN_PORT' : 'set HUIYIN_PORT_BASE';
  return [`port ${port} for ${name} is in use: end what listens there or ${advice}`];
}

async function reachProblem(variable: string, url: string | undefined): Promise<readonly string[]> {
  if (url === undefined || (await accepts(new URL(url)))) return [];
  return [`${variable}: nobody answers at ${withoutCredentials(url)}`];
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'postgres:': 5432,
  'postgresql:': 5432,
  'nats:': 4222,
  'tls:': 4222,
  'redis:': 6379,
  'rediss:': 6379,
};

async function accepts({ protocol, hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({
      host: hostname,
      port: port === '' ? (DEFAULT_PORTS[protocol] ?? 0) : Number(port),
      timeout: CONNECT_TIMEOUT_MS,
    });
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(false));
    socket.once('error', () => done(false));
  });
}
