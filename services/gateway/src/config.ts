import { SERVICES, type ServiceName } from '@huiyin/contracts/services';
import { z } from 'zod';

const REPOSITORY = new URL('../../../', import.meta.url).pathname;

const address = z.string().regex(/^[\w.:[\],-]+:\d{1,5}$/, 'must be host:port');
const peers = Object.fromEntries(SERVICES.map((name) => [peerVariable(name), address]));

const schema = z.object({
  HUIYIN_MODE: z.enum(['rehearsal', 'production']),
  HTTP_ADDRESS: address,
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  IDENTITY_KEY_FILE: z.string().min(1),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((entry) => entry !== '')),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(3_000),
  WEB_FOLDER: z.string().default(`${REPOSITORY}services/web/dist`),
  ...peers,
});

export interface GatewayConfig {
  readonly mode: 'rehearsal' | 'production';
  readonly host: string;
  readonly port: number;
  readonly redisUrl: string;
  readonly identityKeyFile: string;
  /** Addresses or networks of proxies in front. */
  readonly trustedProxies: readonly string[];
  /** Of one session, or of one address without a session. */
  readonly requestsPerMinute: number;
  /** Where the built web application lies, if it was built. */
  readonly webFolder: string;
  readonly peers: Readonly<Record<ServiceName, string>>;
}

/** Reads the environment; throws one error that lists every problem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) throw new Error(`gateway cannot start:\n${z.prettifyError(parsed.error)}`);
  const values = parsed.data;
  const [host, port] = splitAddress(values.HTTP_ADDRESS);
  return {
    mode: values.HUIYIN_MODE,
    host,
    port,
    redisUrl: values.REDIS_URL,
    identityKeyFile: values.IDENTITY_KEY_FILE,
    trustedProxies: values.TRUSTED_PROXIES,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    webFolder: values.WEB_FOLDER,
    peers: Object.fromEntries(
      SERVICES.map((name) => [name, (values as Record<string, unknown>)[peerVariable(name)]]),
    ) as Record<ServiceName, string>,
  };
}

function peerVariable(name: ServiceName): string {
  return `PEER_${name.toUpperCase()}`;
}

function splitAddress(text: string): [host: string, port: number] {
  const colon = text.lastIndexOf(':');
  return [text.slice(0, colon), Number(text.slice(colon + 1))];
}
