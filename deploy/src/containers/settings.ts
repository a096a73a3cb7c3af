import { environmentOf, type EnvironmentInputs, type MessageSettings } from '../process-environment.ts';
import { natsConfiguration } from '../servers/nats.ts';
import { SUPERUSER } from '../servers/postgres.ts';
import { redisConfiguration } from '../servers/redis.ts';
import type { ServerUrls } from '../servers/server-urls.ts';
import type { Secrets } from '../secrets.ts';
import { describeTopology, type Mode, type Topology } from '../topology.ts';

/** Names of the servers' containers, and the ports their images know. */
const POSTGRES = 'postgres:5432';
const NATS = { host: 'nats', port: 4222, monitorPort: 8222, store: '/var/lib/nats' };
const REDIS = { host: 'redis', port: 6379, folder: '/data' };
const TELEMETRY_STORE = 'telemetry-store';
/** Of the gateway inside its container; compose.yaml publishes it. */
export const GATEWAY_PORT = 8080;
const EVERY_ADDRESS = '0.0.0.0';
/** Where compose.yaml shows a process the files that are meant for it. */
const SHOWN = '/run/secrets';

export interface ContainerOptions extends Pick<
  EnvironmentInputs,
  'logLevel' | 'otlpEndpoint' | 'scannerUrl' | 'messages'
> {
  readonly mode: Mode;
  /** What the file of MESSAGE_CA_FILE holds: certificates, PEM. */
  readonly messageAuthorities?: string;
  readonly secrets: Secrets;
  /** nats-server knows `sync_interval`: it is 2.10 or newer. */
  readonly syncAlways: boolean;
}

/** Everything that runs, each service in a container that is called like it. */
export function containerTopology(mode: Mode): Topology {
  return describeTopology({ mode, place: 'containers', gatewayPort: GATEWAY_PORT });
}

/** The files by which containers are told their surroundings, by name: `env/<container>.env`, two configurations, certificates. */
export function settingsFiles(options: ContainerOptions): ReadonlyMap<string, string> {
  const { secrets } = options;
  const topology = containerTopology(options.mode);
  const inputs = environmentInputs(options, topology);
  const environments = new Map<string, Record<string, string>>(
    topology.processes.map((process) => [process.name, environmentOf(process, inputs)]),
  );
  environments.set('postgres', { POSTGRES_PASSWORD: secrets.password('postgres') });
  environments.set('redis', { REDISCLI_AUTH: secrets.password('redis') });
  environments.set('grafana', { GF_SECURITY_ADMIN_PASSWORD: secrets.password('grafana') });
  environments.set('migrate', { DATABASE_URL: inputs.urls.postgresAdmin });
  environments.set(TELEMETRY_STORE, {
    TELEMETRY_STORE_HOST: EVERY_ADDRESS,
    TELEMETRY_STORE_PORT: String(topology.serverPorts.telemetryStore),
    TELEMETRY_STORE_TOKEN: secrets.password(TELEMETRY_STORE),
  });
  environments.set('seed', {
    DATABASE_URL: inputs.urls.postgresAdmin,
    GATEWAY_URL: `http://gateway:${GATEWAY_PORT}`,
    IDENTITY_KEY_FILE: inputs.identity.keyFile('gateway'),
    PEER_DIRECTORY: environments.get('gateway')?.['PEER_DIRECTORY'] ?? '',
  });
  const { syncAlways } = options;
  const redis = { ...REDIS, bind: EVERY_ADDRESS, password: secrets.password('redis') };
  return new Map([
    ...[...environments].map(([name, variables]) => [`env/${name}.env`, envFile(variables)] as const),
    ['nats.conf', natsConfiguration({ ...NATS, host: EVERY_ADDRESS, syncAlways })],
    ['redis.conf', redisConfiguration(redis)],
    ['message-authorities.pem', options.messageAuthorities ?? ''],
  ]);
}

function environmentInputs(options: ContainerOptions, topology: Topology): EnvironmentInputs {
  const { secrets, otlpEndpoint, logLevel, scannerUrl, messages } = options;
  const roles = topology.databases.flatMap(({ appRole, relayRole }) => [appRole, relayRole]);
  const telemetry =
    otlpEndpoint === undefined ? { telemetryStore: telemetryStore(secrets, topology) } : { otlpEndpoint };
  return {
    ...{ topology, logLevel, urls: serverUrls(secrets) },
    passwords: new Map(roles.map((role) => [role, secrets.password(role)])),
    identity: { keyFile: () => `${SHOWN}/identity-key`, jwksFile: `${SHOWN}/identity-jwks` },
    ...telemetry,
    ...(scannerUrl === undefined ? {} : { scannerUrl }),
    ...(messages === undefined ? {} : { messages: shownIn(messages) }),
  };
}

/** A container does not see the files of its host; compose.yaml shows it a copy of this one. */
function shownIn(messages: MessageSettings): MessageSettings {
  if (messages.MESSAGE_CA_FILE === undefined) return messages;
  return { ...messages, MESSAGE_CA_FILE: `${SHOWN}/message-authorities` };
}

function serverUrls(secrets: Secrets): ServerUrls {
  return {
    postgresAdmin: `postgres://${SUPERUSER}:${secrets.password('postgres')}@${POSTGRES}/postgres`,
    nats: `nats://${NATS.host}:${NATS.port}`,
    redis: `redis://:${secrets.password('redis')}@${REDIS.host}:${REDIS.port}`,
  };
}

function telemetryStore(secrets: Secrets, { serverPorts }: Topology): { url: string; token: string } {
  return {
    url: `http://${TELEMETRY_STORE}:${serverPorts.telemetryStore}`,
    token: secrets.password(TELEMETRY_STORE),
  };
}

/** Read alike by every version of Compose: plain where it may be, else within single quotes. Throws for what no quotes can hold. */
export function envFile(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${quoted(name, value)}\n`)
    .join('');
}

function quoted(name: string, value: string): string {
  if (/^[\w:/@.,=%+?&-]*$/.test(value)) return value;
  if (/['\n\r]/.test(value))
    throw new RangeError(`${name} may contain neither a quotation mark nor a line end`);
  return `'${value}'`;
}
