import { SERVICES, type ServiceName } from '@huiyin/contracts/services';
import { parseConfig } from '@huiyin/runtime/config';
import { LOG_LEVELS } from '@huiyin/runtime/logger';
import { z } from 'zod';

const WEB_BUILD = new URL('../../web/dist', import.meta.url).pathname;

const listenAddress = z.string().regex(/^[\w.-]+:\d{1,5}$/, 'must be host:port');
const peerAddress = z
  .string()
  .regex(
    /^([\w.-]+:\d{1,5}|ipv4:[\d.]+:\d{1,5}(,[\d.]+:\d{1,5})*)$/,
    'must be host:port, or ipv4:address:port,address:port for replicas',
  );

const schema = z.object({
  HUIYIN_MODE: z.enum(['rehearsal', 'production']),
  HUIYIN_PARENT_WATCH: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  HTTP_ADDRESS: listenAddress,
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must begin with redis://'),
  NATS_URL: z.string().regex(/^(nats|tls):\/\//, 'must begin with nats://'),
  IDENTITY_KEY_FILE: z.string(),
  /** Addresses or networks of proxies in front whose X-Forwarded-* is believed, by comma. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Of one session, or of one address without a session. Absent: by mode. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).optional(),
  /** Where the built web application lies, if it was built. */
  WEB_FOLDER: z.string().default(WEB_BUILD),
  /** Where traces are asked for; absent when they go to a collector elsewhere, or nowhere. */
  TELEMETRY_STORE_URL: z.url({ protocol: /^http$/ }).optional(),
  TELEMETRY_STORE_TOKEN: z.string().optional(),
  ...peerShape(),
});

export type GatewayConfig = z.output<typeof schema>;

/** Reads the gateway's environment. Throws ConfigError with every problem at once. */
export function readConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  return parseConfig(schema, env);
}

/** A rehearsal is driven by scripts through one session; people never come near the other limit. */
const REQUESTS_PER_MINUTE = { rehearsal: 60_000, production: 3_000 } as const;

/** Requests a minute of one session, or of one address without a session. */
export function requestsPerMinute(config: GatewayConfig): number {
  return config.REQUESTS_PER_MINUTE ?? REQUESTS_PER_MINUTE[config.HUIYIN_MODE];
}

/** gRPC targets of all services. */
export function peersOf(config: GatewayConfig): Readonly<Record<ServiceName, string>> {
  return Object.fromEntries(SERVICES.map((name) => [name, config[peerVariable(name)]])) as Record<
    ServiceName,
    string
  >;
}

type PeerVariable = `PEER_${Uppercase<ServiceName>}`;

function peerVariable(name: ServiceName): PeerVariable {
  return `PEER_${name.toUpperCase() as Uppercase<ServiceName>}`;
}

function peerShape(): Record<PeerVariable, typeof peerAddress> {
  return Object.fromEntries(SERVICES.map((name) => [peerVariable(name), peerAddress])) as Record<
    PeerVariable,
    typeof peerAddress
  >;
}
