import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SERVICES } from '@huiyin/contracts/services';
import { systemClock } from '@huiyin/kernel/clock';
import { rpcChannels } from '@huiyin/rpc/client';
import { identitySignerFromFile } from '@huiyin/rpc/identity';
import { identityVerifierFromFile } from '@huiyin/rpc/identity-verifier';
import { createLogger } from '@huiyin/runtime/logger';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createGateway } from '../../src/gateway.ts';
import { Watchers } from '../../src/live/watchers.ts';
import { connectRedis } from '../../src/redis/redis.ts';
import { startStubServices, type StubServices } from './stub-services.ts';

export interface RunningGateway {
  readonly app: FastifyInstance;
  /** What the broker would tell goes in here. */
  readonly watchers: Watchers;
  readonly baseUrl: string;
  readonly services: StubServices;
  /** Lines of the log, parsed. */
  readonly log: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** A gateway that really listens, with real Redis and stub services over real gRPC. */
export async function startGateway(
  options: { redisUrl?: string; environment?: Record<string, string> } = {},
): Promise<RunningGateway> {
  const keys = join(inject('stateRoot'), 'secrets', 'identity');
  const services = await startStubServices(await identityVerifierFromFile(join(keys, 'jwks.json')));
  const config = readConfig({
    HUIYIN_MODE: 'rehearsal',
    HTTP_ADDRESS: '127.0.0.1:0',
    NATS_URL: inject('nats'),
    REDIS_URL: options.redisUrl ?? inject('redis'),
    IDENTITY_KEY_FILE: join(keys, 'gateway.jwk.json'),
    ...Object.fromEntries(SERVICES.map((name) => [`PEER_${name.toUpperCase()}`, services.address])),
    ...options.environment,
  });
  const log: Record<string, unknown>[] = [];
  const logger = createLogger(
    { service: 'gateway', level: 'info' },
    { write: (line) => void log.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const channels = rpcChannels();
  const redis = connectRedis(config.REDIS_URL, () => undefined);
  const signer = await identitySignerFromFile(config.IDENTITY_KEY_FILE);
  const watchers = new Watchers();
  const around = { config, redis, channels, signer, watchers, clock: systemClock };
  const app = await createGateway({ ...around, log: logger });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    watchers,
    baseUrl: `http://127.0.0.1:${port}`,
    services,
    log,
    stop: async () => {
      await app.close();
      channels.close();
      redis.close();
      await services.stop();
    },
  };
}
