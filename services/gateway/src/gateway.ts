import type { Clock } from '@huiyin/kernel/clock';
import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { type RpcChannels, rpcClient } from '@huiyin/rpc/client';
import type { IdentitySigner } from '@huiyin/rpc/identity';
import type { Part } from '@huiyin/runtime/lifecycle';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { type GatewayConfig, peersOf, requestsPerMinute } from './config.ts';
import { Api } from './http/api.ts';
import { createApp } from './http/app.ts';
import { addDocumentation } from './http/documentation.ts';
import { sendProblem } from './http/error-handler.ts';
import { withMethodNotAllowed } from './http/method-not-allowed.ts';
import { addOriginCheck } from './http/origin-check.ts';
import { problem } from './http/problem.ts';
import { redisLimiter } from './redis/limiter.ts';
import type { Watchers } from './live/watchers.ts';
import type { Redis } from './redis/redis.ts';
import { AREAS } from './routes/areas.ts';
import { clockRoutes } from './routes/clock.ts';
import { liveRoutes } from './routes/live.ts';
import { operationsRoutes } from './routes/operations.ts';
import { addProbes } from './routes/probes.ts';
import { sessionRoutes } from './routes/session.ts';
import { tracesRoutes } from './routes/traces.ts';
import { tracesAt, type Traces } from './telemetry/traces.ts';
import { BusinessTime } from './rpc/business-time.ts';
import { grpcPeers } from './rpc/grpc-peers.ts';
import { MembershipsInForce } from './session/memberships-in-force.ts';
import { addSessionHook } from './session/session-hook.ts';
import { sessionStore } from './session/session-store.ts';
import { serveWebApp, type WebApp } from './web/web-app.ts';

export interface GatewaySurroundings {
  readonly config: GatewayConfig;
  readonly redis: Redis;
  readonly channels: RpcChannels;
  readonly signer: IdentitySigner;
  readonly watchers: Watchers;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
}

/** The gateway, wired and not yet listening. */
export async function createGateway(around: GatewaySurroundings): Promise<FastifyInstance> {
  const { config, redis, channels, signer, watchers, clock, log } = around;
  const addresses = peersOf(config);
  const directory = rpcClient(DirectoryServiceService, addresses.directory, { channels });
  const businessTime = new BusinessTime(directory, clock);
  const businessNow = (): Promise<Date> => businessTime.now();
  const peers = grpcPeers({ addresses, channels, signer, businessNow });
  const limiter = redisLimiter(redis, clock);
  const sessions = sessionStore(redis, clock);
  const memberships = new MembershipsInForce(peers, clock);
  const most = requestsPerMinute(config);
  const limit = { name: 'requests', most, mostAlone: most, perS: 60 };

  const app = await createApp({
    log,
    trustedProxies: config.TRUSTED_PROXIES.split(',').filter((entry) => entry !== ''),
  });
  await addDocumentation(app);
  addProbes(app, { redis, businessNow });
  await app.register(async (scope) => {
    addOriginCheck(scope);
    addSessionHook(scope, { sessions, memberships, limiter, limit, clock, mode: config.HUIYIN_MODE });
    withMethodNotAllowed(scope, () => {
      const api = new Api(scope, peers);
      sessionRoutes(scope, { peers, sessions, limiter, clock, mode: config.HUIYIN_MODE });
      clockRoutes(api, () => businessTime.refresh());
      operationsRoutes(scope, peers);
      tracesRoutes(scope, peers, tracesOf(config));
      liveRoutes(scope, { peers, watchers, memberships });
      for (const area of AREAS) area(api);
    });
  });
  addNotFound(app, await serveWebApp(app, config.WEB_FOLDER));
  return app;
}

function tracesOf(config: GatewayConfig): Traces | undefined {
  const { TELEMETRY_STORE_URL: url, TELEMETRY_STORE_TOKEN: token } = config;
  return url === undefined || token === undefined ? undefined : tracesAt(url, token);
}

/** Addresses of the web application get its page; everything else unknown is a problem. */
function addNotFound(app: FastifyInstance, web: WebApp | undefined): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const isPage = request.method === 'GET' && !path.startsWith('/api') && !/\.[^/]*$/.test(path);
    if (web !== undefined && isPage) web.sendPage(reply);
    else sendProblem(reply, problem('no-such-route'));
  });
}

/** What runs as long as the process, for its lifecycle. */
export function gatewayParts(running: {
  readonly app: FastifyInstance;
  readonly redis: Redis;
  readonly channels: RpcChannels;
  readonly address: string;
  readonly bus: Part;
}): Part[] {
  const { app, redis, channels, address, bus } = running;
  const colon = address.lastIndexOf(':');
  const listen = { host: address.slice(0, colon), port: Number(address.slice(colon + 1)) };
  return [
    { name: 'redis', phase: 'storage', stop: async () => redis.close() },
    bus,
    { name: 'channels', phase: 'rpc', stop: async () => channels.close() },
    {
      name: 'http',
      phase: 'http',
      start: async () => {
        await app.listen(listen);
      },
      stop: () => app.close(),
    },
  ];
}
