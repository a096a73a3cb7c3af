import { givenServerProblem, type GivenVariable } from '@huiyin/deploy/servers/given-server';
import { isPortFree } from '@huiyin/deploy/servers/ports';
import { missingParts } from '@huiyin/deploy/system';
import type { Topology } from '@huiyin/deploy/topology';
import type { StartOptions } from './start-options.ts';

/** Everything that would make a start fail, one line each; nothing has been started yet. */
export async function preflight(
  topology: Topology,
  { environment }: StartOptions,
): Promise<readonly string[]> {
  const { DATABASE_URL, NATS_URL, REDIS_URL, OTEL_EXPORTER_OTLP_ENDPOINT } = environment;
  const { postgres, nats, redis, telemetryStore } = topology.serverPorts;
  const ports: readonly (readonly [string, number])[] = [
    ...(DATABASE_URL === undefined ? ([['postgres', postgres]] as const) : []),
    ...(NATS_URL === undefined ? ([['nats', nats]] as const) : []),
    ...(REDIS_URL === undefined ? ([['redis', redis]] as const) : []),
    ...(OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? ([['telemetry-store', telemetryStore]] as const) : []),
    ...topology.processes.map(({ name, port }) => [name, port] as const),
  ];
  const lines = await Promise.all([
    ...ports.map(([name, port]) => portProblem(name, port)),
    reachProblem('DATABASE_URL', DATABASE_URL),
    reachProblem('NATS_URL', NATS_URL),
    reachProblem('REDIS_URL', REDIS_URL),
  ]);
  return [...missingParts(topology), ...lines.flat()];
}

async function portProblem(name: string, port: number): Promise<readonly string[]> {
  if (await isPortFree(port)) return [];
  const advice = name === 'gateway' ? 'set HUIYIN_PORT' : 'set HUIYIN_PORT_BASE';
  return [`port ${port} for ${name} is in use: end what listens there or ${advice}`];
}

async function reachProblem(variable: GivenVariable, url: string | undefined): Promise<readonly string[]> {
  const problem = url === undefined ? undefined : await givenServerProblem(variable, url);
  return problem === undefined ? [] : [problem];
}
