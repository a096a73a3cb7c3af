import { SERVICES, type ServiceName } from '@huiyin/contracts/services';
import { parseConfig } from '@huiyin/runtime/config';
import { LOG_LEVELS } from '@huiyin/runtime/logger';
import { z } from 'zod';

const address = z
  .string()
  .regex(
    /^([\w.-]+:\d{1,5}|ipv4:[\d.]+:\d{1,5}(,[\d.]+:\d{1,5})*)$/,
    'must be host:port, or ipv4:address:port,address:port for replicas',
  );
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

/** What the environment of every service holds. A service with more of its own extends this shape. */
export const serviceConfigShape = {
  DATABASE_URL: postgresUrl,
  RELAY_DATABASE_URL: postgresUrl,
  NATS_URL: z.string().regex(/^(nats|tls):\/\//, 'must begin with nats://'),
  GRPC_ADDRESS: address,
  IDENTITY_KEY_FILE: z.string(),
  IDENTITY_JWKS_FILE: z.string(),
  HUIYIN_MODE: z.enum(['rehearsal', 'production']),
  HUIYIN_PARENT_WATCH: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  ...peerShape(),
} as const;

const serviceConfigSchema = z.object(serviceConfigShape);

export type ServiceConfig = z.output<typeof serviceConfigSchema>;

/** Reads a service's environment. Throws ConfigError with every problem at once. */
export function readServiceConfig(env: NodeJS.ProcessEnv): ServiceConfig {
  return parseConfig(serviceConfigSchema, env);
}

/** Address of a peer. Throws when this process was not told it. */
export function peerAddress(config: ServiceConfig, peer: ServiceName): string {
  const found = (config as Record<string, unknown>)[peerVariable(peer)];
  if (typeof found !== 'string') throw new Error(`${peerVariable(peer)} is not set`);
  return found;
}

function peerVariable(peer: ServiceName): `PEER_${Uppercase<ServiceName>}` {
  return `PEER_${peer.toUpperCase() as Uppercase<ServiceName>}`;
}

function peerShape(): Record<`PEER_${Uppercase<ServiceName>}`, z.ZodOptional<typeof address>> {
  return Object.fromEntries(SERVICES.map((peer) => [peerVariable(peer), address.optional()])) as Record<
    `PEER_${Uppercase<ServiceName>}`,
    z.ZodOptional<typeof address>
  >;
}
