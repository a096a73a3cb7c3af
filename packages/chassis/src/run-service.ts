import type { ServiceName } from '@huiyin/contracts/services';
import { runConfigured } from '@huiyin/runtime/config';
import { Lifecycle } from '@huiyin/runtime/lifecycle';
import { createLogger } from '@huiyin/runtime/logger';
import { assembleService } from './service-parts.ts';
import type { ServiceConfig } from './service-config.ts';
import type { ServiceDefinition, ServiceKit } from './service.ts';

/**
 * Runs one service until a signal: configuration, database, broker, relay, gRPC, consumers, sweeps, in this order, and
 * back again. A wrong configuration is one clear line per problem and exit code 78.
 */
export function runService<Config extends ServiceConfig>(options: {
  readonly name: ServiceName;
  readonly readConfig: (env: NodeJS.ProcessEnv) => Config;
  /** A service with settings of its own reads them from its configuration. */
  readonly compose: (kit: ServiceKit, config: Config) => ServiceDefinition;
}): Promise<void> {
  return runConfigured(async () => {
    const config = options.readConfig(process.env);
    const log = createLogger({ service: options.name, level: config.LOG_LEVEL });
    const lifecycle = new Lifecycle({ log, watchParent: config.HUIYIN_PARENT_WATCH === '1' });
    const compose = (kit: ServiceKit): ServiceDefinition => options.compose(kit, config);
    const service = await assembleService({ name: options.name, config, compose, log });
    try {
      await lifecycle.start(service.parts());
    } catch (error) {
      log.fatal({ err: error }, 'the service did not start');
      process.exit(1);
    }
    log.info({ port: service.port }, 'ready');
  });
}
