import { systemClock } from '@huiyin/kernel/clock';
import { observeProcess } from '@huiyin/metrics/observe-process';
import { rpcChannels } from '@huiyin/rpc/client';
import { identitySignerFromFile } from '@huiyin/rpc/identity';
import { runConfigured } from '@huiyin/runtime/config';
import { Lifecycle } from '@huiyin/runtime/lifecycle';
import { createLogger } from '@huiyin/runtime/logger';
import { readConfig } from './config.ts';
import { createGateway, gatewayParts } from './gateway.ts';
import { busPart } from './live/bus-part.ts';
import { Watchers } from './live/watchers.ts';
import { connectRedis } from './redis/redis.ts';

await runConfigured(async () => {
  const config = readConfig(process.env);
  const log = createLogger({ service: 'gateway', level: config.LOG_LEVEL });
  const lifecycle = new Lifecycle({ log, watchParent: config.HUIYIN_PARENT_WATCH === '1' });
  observeProcess((error) => log.warn({ err: error }, 'a metric was not read'));
  const signer = await identitySignerFromFile(config.IDENTITY_KEY_FILE);
  const channels = rpcChannels();
  const redis = connectRedis(config.REDIS_URL, (error) => log.warn({ err: error }, 'redis'));
  const watchers = new Watchers();
  const app = await createGateway({ config, redis, channels, signer, watchers, clock: systemClock, log });
  const bus = busPart({ url: config.NATS_URL, watchers, log });
  try {
    await lifecycle.start(gatewayParts({ app, redis, channels, address: config.HTTP_ADDRESS, bus }));
  } catch (error) {
    log.fatal({ err: error }, 'the gateway did not start');
    process.exit(1);
  }
  log.info({ address: config.HTTP_ADDRESS }, 'ready');
});
