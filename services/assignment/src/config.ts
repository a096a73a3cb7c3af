import { readServiceConfig, type ServiceConfig } from '@huiyin/chassis/service-config';

/** Assignment needs what every service needs, and nothing of its own. */
export function readConfig(env: NodeJS.ProcessEnv): ServiceConfig {
  return readServiceConfig(env);
}
