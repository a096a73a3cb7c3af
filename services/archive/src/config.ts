import { serviceConfigShape, type ServiceConfig } from '@huiyin/chassis/service-config';
import { parseConfig } from '@huiyin/runtime/config';
import { z } from 'zod';

const SCANNER = /^tcp:\/\/([\w.-]+):(\d{1,5})$/;

const schema = z.object({
  ...serviceConfigShape,
  /** Said in any case, so that nobody runs without a scanner by oversight. */
  SCANNER_URL: z.union([z.literal('none'), z.string().regex(SCANNER)], {
    error: 'must be tcp://host:port of clamd, or none',
  }),
});

export interface ArchiveConfig extends ServiceConfig {
  /** clamd; undefined when there is none. */
  readonly scanner: { readonly host: string; readonly port: number } | undefined;
}

/** Reads archive's environment. Throws ConfigError with every problem at once. */
export function readConfig(env: NodeJS.ProcessEnv): ArchiveConfig {
  const config = parseConfig(schema, env);
  const [, host, port] = SCANNER.exec(config.SCANNER_URL) ?? [];
  return { ...config, scanner: host === undefined ? undefined : { host, port: Number(port) } };
}
