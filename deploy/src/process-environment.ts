import {
  listenAddress,
  peerTarget,
  SERVICE_NAMES,
  usualTarget,
  type ProcessSpec,
  type Topology,
} from './topology.ts';
import type { TelemetryStoreAccess } from './telemetry-store.ts';
import { databaseUrl, type ServerUrls } from './servers/server-urls.ts';

/** Variables by which notification sends mail and webhooks; it checks them itself. */
export const MESSAGE_VARIABLES = [
  'PUBLIC_URL',
  'SMTP_URL',
  'SMTP_TLS',
  'MAIL_FROM',
  'WEBHOOK_URLS',
  'WEBHOOK_HOSTS',
  'WEBHOOK_SECRET',
  'MESSAGE_CA_FILE',
] as const;
export type MessageSettings = Partial<Record<(typeof MESSAGE_VARIABLES)[number], string>>;

export interface EnvironmentInputs {
  readonly topology: Topology;
  readonly urls: ServerUrls;
  /** Password of each database role. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly identity: { readonly keyFile: (service: string) => string; readonly jwksFile: string };
  readonly logLevel: string;
  readonly otlpEndpoint?: string;
  /** Takes the telemetry where no endpoint is given, and answers the gateway. */
  readonly telemetryStore?: TelemetryStoreAccess;
  /** tcp://host:port of clamd, or none, also when absent. */
  readonly scannerUrl?: string;
  /** Absent: nothing but the inbox. */
  readonly messages?: MessageSettings;
}

/** What one process is told about its surroundings. Nothing else of the starter's environment carries Huiyin's meaning. */
export function environmentOf(process: ProcessSpec, inputs: EnvironmentInputs): Record<string, string> {
  return {
    HUIYIN_MODE: inputs.topology.mode,
    // In a container the process is the first one: its parent is the engine.
    HUIYIN_PARENT_WATCH: inputs.topology.place === 'containers' ? '0' : '1',
    LOG_LEVEL: inputs.logLevel,
    NATS_URL: inputs.urls.nats,
    IDENTITY_KEY_FILE: inputs.identity.keyFile(process.service),
    IDENTITY_JWKS_FILE: inputs.identity.jwksFile,
    OTEL_SERVICE_NAME: process.service,
    ...telemetry(inputs),
    ...peers(process, inputs.topology),
    ...(process.service === 'gateway' ? gatewayOwn(process, inputs) : serviceOwn(process, inputs)),
  };
}

/** Share of mere reads whose spans are kept; changes and failures always are. */
const READ_TRACE_SHARE = 0.1;

function telemetry({ otlpEndpoint, telemetryStore }: EnvironmentInputs): Record<string, string> {
  if (otlpEndpoint !== undefined) return { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint };
  if (telemetryStore === undefined) return {};
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: telemetryStore.url,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${encodeURIComponent(`Bearer ${telemetryStore.token}`)}`,
    HUIYIN_READ_TRACE_SHARE: String(READ_TRACE_SHARE),
  };
}

/** The gateway speaks to every service, also in a topology that leaves some out. */
function gatewayOwn(
  process: ProcessSpec,
  { topology, urls, telemetryStore: store }: EnvironmentInputs,
): Record<string, string> {
  const everyPeer = SERVICE_NAMES.map((service) => [
    `PEER_${service.toUpperCase()}`,
    usualTarget(topology, service),
  ]);
  return {
    ...Object.fromEntries(everyPeer),
    HTTP_ADDRESS: listenAddress(topology, process.port),
    REDIS_URL: urls.redis,
    ...(store === undefined ? {} : { TELEMETRY_STORE_URL: store.url, TELEMETRY_STORE_TOKEN: store.token }),
  };
}

function serviceOwn(process: ProcessSpec, inputs: EnvironmentInputs): Record<string, string> {
  const spec = inputs.topology.databases.find((database) => database.service === process.service);
  if (spec === undefined) throw new Error(`no database is described for ${process.service}`);
  const url = (role: string): string =>
    databaseUrl(inputs.urls.postgresAdmin, spec.database, { role, password: inputs.passwords.get(role) });
  return {
    GRPC_ADDRESS: listenAddress(inputs.topology, process.port),
    DATABASE_URL: url(spec.appRole),
    RELAY_DATABASE_URL: url(spec.relayRole),
    ...(process.service === 'archive' ? { SCANNER_URL: inputs.scannerUrl ?? 'none' } : {}),
    ...(process.service === 'notification' ? messagesOf(inputs.messages) : {}),
  };
}

/** Node itself reads the authorities that it trusts beside its own, before any of our code runs. */
function messagesOf(messages: MessageSettings = {}): Record<string, string> {
  const { MESSAGE_CA_FILE } = messages;
  return { ...messages, ...(MESSAGE_CA_FILE === undefined ? {} : { NODE_EXTRA_CA_CERTS: MESSAGE_CA_FILE }) };
}

function peers(process: ProcessSpec, topology: Topology): Record<string, string> {
  const entries = SERVICE_NAMES.filter((service) => service !== process.service).map((service) => [
    `PEER_${service.toUpperCase()}`,
    peerTarget(topology, service),
  ]);
  return Object.fromEntries(entries.filter(([, target]) => target !== undefined)) as Record<string, string>;
}
