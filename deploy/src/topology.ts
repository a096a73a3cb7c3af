/** Services with their own database, in the order in which they are started; the gateway comes after them. */
export const SERVICE_NAMES = [
  'directory',
  'intake',
  'assignment',
  'supervision',
  'meeting',
  'evaluation',
  'training',
  'archive',
  'notification',
] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

export const PROCESS_NAMES = [...SERVICE_NAMES, 'gateway'] as const;
export type ProcessName = (typeof PROCESS_NAMES)[number];

export type Mode = 'rehearsal' | 'production';

/** On one machine processes are told apart by their ports; in containers each service is a host of its own name. */
export type Place = 'loopback' | 'containers';

/** Everything listens here: nothing of an embedded Huiyin is reachable from another machine but the gateway, when asked. */
export const LOOPBACK = '127.0.0.1';
/** Inside a container: its network decides who may connect. */
const EVERY_ADDRESS = '0.0.0.0';

/** Ports at and above this are handed out by the kernel to outgoing connections, so a listener there may collide. */
export const FIRST_EPHEMERAL_PORT = 32_768;
export const DEFAULT_PORT_BASE = 15_000;
export const DEFAULT_GATEWAY_PORT = 8080;
/** Ports one topology takes from its base: servers at +0…+3, services at +100 in steps of ten (one per replica). */
export const PORT_SPAN = 200;
export const MAX_REPLICAS = 10;

export interface TopologyOptions {
  readonly mode?: Mode;
  /** loopback where nothing is said. In containers the container engine makes replicas, behind one name. */
  readonly place?: Place;
  readonly portBase?: number;
  readonly gatewayPort?: number;
  /** How many processes of a service run; one where nothing is said. */
  readonly replicas?: Partial<Record<ServiceName, number>>;
  /** Only these processes; all ten where nothing is said. */
  readonly only?: readonly ProcessName[];
}

export interface DatabaseSpec {
  readonly service: ServiceName;
  readonly database: string;
  /** Owns the tables and runs migrations. */
  readonly ownerRole: string;
  /** What the service works with: under row-level security. */
  readonly appRole: string;
  /** Reads events and sets `published_at`, nothing else. */
  readonly relayRole: string;
}

export interface ProcessSpec {
  /** Unique: `intake`, and `intake-2` for a second replica. */
  readonly name: string;
  readonly service: ProcessName;
  readonly replica: number;
  /** Relative to the repository. */
  readonly entry: string;
  readonly port: number;
}

export interface Topology {
  readonly mode: Mode;
  readonly place: Place;
  readonly serverPorts: ServerPorts;
  readonly gatewayPort: number;
  readonly databases: readonly DatabaseSpec[];
  readonly processes: readonly ProcessSpec[];
}

export interface ServerPorts {
  readonly postgres: number;
  readonly nats: number;
  readonly redis: number;
  readonly telemetryStore: number;
}

/** Everything that runs, from a few choices. Pure: start, tests, doctor and compose read the same description. */
export function describeTopology(options: TopologyOptions = {}): Topology {
  const base = options.portBase ?? DEFAULT_PORT_BASE;
  const gatewayPort = options.gatewayPort ?? DEFAULT_GATEWAY_PORT;
  assertPort(base + PORT_SPAN - 1);
  assertPort(gatewayPort);
  const wanted = PROCESS_NAMES.filter((name) => options.only === undefined || options.only.includes(name));
  return {
    mode: options.mode ?? 'rehearsal',
    place: options.place ?? 'loopback',
    serverPorts: { postgres: base, nats: base + 1, redis: base + 2, telemetryStore: base + 3 },
    gatewayPort,
    databases: SERVICE_NAMES.filter((name) => wanted.includes(name)).map(databaseOf),
    processes: wanted.flatMap((service) =>
      service === 'gateway'
        ? [processOf(service, 0, gatewayPort)]
        : replicasOf(service, options).map((replica) =>
            processOf(service, replica, servicePort(base, service, replica)),
          ),
    ),
  };
}

export function databaseOf(service: ServiceName): DatabaseSpec {
  return {
    service,
    database: `huiyin_${service}`,
    ownerRole: `${service}_owner`,
    appRole: `${service}_app`,
    relayRole: `${service}_relay`,
  };
}

/** The gRPC target of a service: one address, or grpc-js's list form when it has replicas. */
export function peerTarget(topology: Topology, service: ServiceName): string | undefined {
  const ports = topology.processes.filter((process) => process.service === service).map(({ port }) => port);
  const addresses = ports.map((port) => `${hostOf(topology, service)}:${port}`);
  return addresses.length > 1 ? `ipv4:${addresses.join(',')}` : addresses[0];
}

/** Where a service is or would be: one that is left out of the topology is a peer that does not answer. */
export function usualTarget(topology: Topology, service: ServiceName): string {
  const port = servicePort(topology.serverPorts.postgres, service, 0);
  return peerTarget(topology, service) ?? `${hostOf(topology, service)}:${port}`;
}

/** Where a process takes connections: `address:port`. */
export function listenAddress({ place }: Topology, port: number): string {
  return `${place === 'containers' ? EVERY_ADDRESS : LOOPBACK}:${port}`;
}

function hostOf({ place }: Topology, service: ServiceName): string {
  return place === 'containers' ? service : LOOPBACK;
}

function processOf(service: ProcessName, replica: number, port: number): ProcessSpec {
  const name = replica === 0 ? service : `${service}-${replica + 1}`;
  return { name, service, replica, entry: `services/${service}/src/main.ts`, port };
}

function replicasOf(service: ServiceName, options: TopologyOptions): readonly number[] {
  const count = options.replicas?.[service] ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > MAX_REPLICAS) {
    throw new RangeError(`${service} cannot have ${count} replicas: 1 to ${MAX_REPLICAS}`);
  }
  return Array.from({ length: count }, (_, index) => index);
}

function servicePort(base: number, service: ServiceName, replica: number): number {
  return base + 100 + SERVICE_NAMES.indexOf(service) * MAX_REPLICAS + replica;
}

function assertPort(port: number): void {
  if (!Number.isInteger(port) || port < 1 || port >= FIRST_EPHEMERAL_PORT) {
    throw new RangeError(`port ${port} is not usable: all ports lie below ${FIRST_EPHEMERAL_PORT}`);
  }
}
