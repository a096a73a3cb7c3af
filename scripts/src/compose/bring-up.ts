import { setTimeout as sleep } from 'node:timers/promises';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import type { ContainerState, Project } from './project.ts';

/** Tasks that run to their end. */
const TASKS = ['migrate', 'seed'];
const HEALTHY_WITHIN_MS = 300_000;
const POLL_MS = 1_000;
const LOG_LINES = '15';

export interface Running {
  readonly containers: number;
  /** Account numbers that the processes run under. */
  readonly accounts: readonly string[];
  readonly readOnly: number;
}

/** Starts profile core and waits until every container is healthy. Throws a StartupFailure that names those that are not. */
export async function bringUp(project: Project): Promise<Running> {
  const services = await coreServices(project);
  try {
    await project.compose('up', '--detach', '--no-build', ...services);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new StartupFailure(`${message}\n${await lastWords(project)}`, { cause: error });
  }
  const containers = await allHealthy(project);
  const accounts = new Set<string>();
  for (const { id } of containers) accounts.add((await project.docker('exec', id, 'id', '-u')).trim());
  if (accounts.has('0')) throw new StartupFailure('a container runs as root');
  return {
    containers: containers.length,
    accounts: [...accounts].toSorted(),
    readOnly: containers.filter(({ readOnly }) => readOnly).length,
  };
}

/** The end of the logs of those that kept the others from starting. */
async function lastWords(project: Project): Promise<string> {
  const sick = (await project.containers()).filter(
    ({ health, exitCode, running }) => health === 'unhealthy' || (!running && exitCode !== 0),
  );
  const logs = sick.map(
    async ({ id, service }) => `${service}:\n${await project.docker('logs', '--tail', LOG_LINES, id)}`,
  );
  return (await Promise.all(logs)).join('\n');
}

/** What compose.yaml has beside the profiles that look on and the demo city. */
async function coreServices(project: Project): Promise<readonly string[]> {
  const services = (await project.compose('config', '--services')).trim().split('\n');
  return services.filter((name) => !['seed', ...OBSERVERS].includes(name));
}

export const OBSERVERS = ['collector', 'jaeger', 'prometheus', 'grafana'];

async function allHealthy(project: Project): Promise<readonly ContainerState[]> {
  const giveUpAt = performance.now() + HEALTHY_WITHIN_MS;
  for (;;) {
    const containers = (await project.containers()).filter(({ service }) => !TASKS.includes(service));
    const sick = containers.filter(({ health }) => health !== 'healthy');
    if (sick.length === 0) return containers;
    if (performance.now() > giveUpAt) {
      const names = sick.map(({ service, health }) => `${service} (${health || 'not running'})`).join(', ');
      throw new StartupFailure(`not healthy after ${HEALTHY_WITHIN_MS / 1000} s: ${names}`);
    }
    await sleep(POLL_MS);
  }
}
