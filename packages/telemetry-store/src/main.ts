import { createLogger } from '@huiyin/runtime/logger';
import { parseConfig, runConfigured } from '@huiyin/runtime/config';
import { Lifecycle } from '@huiyin/runtime/lifecycle';
import { z } from 'zod';
import { MetricStore } from './metric-store.ts';
import { RETENTION } from './retention.ts';
import { storeServer } from './store-server.ts';
import { TelemetryStore } from './telemetry-store.ts';

const schema = z.object({
  HUIYIN_PARENT_WATCH: z.enum(['0', '1']).default('0'),
  TELEMETRY_STORE_PORT: z.coerce.number().int().min(1).max(65_535),
  TELEMETRY_STORE_TOKEN: z.string().min(16),
  /** Traces are seen from this machine alone; in a container, from its network, where nothing else reaches it. */
  TELEMETRY_STORE_HOST: z.enum(['127.0.0.1', '0.0.0.0']).default('127.0.0.1'),
});

await runConfigured(async () => {
  const config = parseConfig(schema, process.env);
  const log = createLogger({ service: 'telemetry-store', level: 'info' });
  const lifecycle = new Lifecycle({ log, watchParent: config.HUIYIN_PARENT_WATCH === '1' });
  const store = new TelemetryStore(RETENTION, Date.now);
  const server = storeServer({
    store,
    metrics: new MetricStore(Date.now),
    token: config.TELEMETRY_STORE_TOKEN,
    startedAt: new Date(),
    onFault: (error) => log.error({ err: error }, 'a request failed'),
  });
  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server
        .once('error', reject)
        .listen(config.TELEMETRY_STORE_PORT, config.TELEMETRY_STORE_HOST, () => resolve());
    });
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
  };
  await lifecycle.start([{ name: 'http', phase: 'http', start: listen, stop: close }]);
  log.info({ port: config.TELEMETRY_STORE_PORT }, 'ready');
});
