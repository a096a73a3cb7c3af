import { isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';
import { MESSAGE_VARIABLES, type MessageSettings } from '@huiyin/deploy/process-environment';
import { DEFAULT_STATE_ROOT } from '@huiyin/deploy/state-directory';
import {
  DEFAULT_GATEWAY_PORT,
  DEFAULT_PORT_BASE,
  describeTopology,
  FIRST_EPHEMERAL_PORT,
  MAX_REPLICAS,
  PORT_SPAN,
  PROCESS_NAMES,
  SERVICE_NAMES,
  type ProcessName,
  type ServiceName,
  type Topology,
} from '@huiyin/deploy/topology';
import { z } from 'zod';

const HIGHEST_BASE = FIRST_EPHEMERAL_PORT - PORT_SPAN;

const port = (highest: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d+$/, 'must be a number')
    .transform(Number)
    .refine((value) => value >= 1 && value <= highest, `must lie between 1 and ${highest}`);

const address = (...schemes: readonly string[]): z.ZodType<string, string> =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)),
      `must be a URL beginning with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    );

const environment = z.object({
  HUIYIN_MODE: z.enum(['rehearsal', 'production']).default('rehearsal'),
  HUIYIN_PORT: port(FIRST_EPHEMERAL_PORT - 1).default(DEFAULT_GATEWAY_PORT),
  HUIYIN_PORT_BASE: port(HIGHEST_BASE).default(DEFAULT_PORT_BASE),
  /** Where everything is kept; another one lets a second Huiyin run beside the first. */
  HUIYIN_STATE: z.string().refine(isAbsolute, 'must be an absolute path').default(DEFAULT_STATE_ROOT),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  DATABASE_URL: address('postgres', 'postgresql').optional(),
  NATS_URL: address('nats', 'tls').optional(),
  REDIS_URL: address('redis', 'rediss').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address('http', 'https').optional(),
  /** clamd, which uploaded files wait for; without one only their form is checked. */
  SCANNER_URL: z
    .string()
    .regex(/^(none|tcp:\/\/[\w.-]+:\d{1,5})$/, 'must be tcp://host:port of clamd, or none')
    .default('none'),
});

export interface StartOptions {
  readonly environment: z.output<typeof environment>;
  /** Variables of messages that are set; notification says what is wrong with them. */
  readonly messages: MessageSettings;
  /** Begin anew: everything stored is deleted first. */
  readonly fresh: boolean;
  /** Only these processes; all where absent. */
  readonly only?: readonly ProcessName[];
  /** How many processes of a service; one where nothing is said. */
  readonly replicas: Partial<Record<ServiceName, number>>;
}

export type ParsedOptions = { readonly options: StartOptions } | { readonly problems: readonly string[] };

/** Reads the variables and arguments of `npm start`. All problems at once, one line each. */
export function readStartOptions(env: NodeJS.ProcessEnv, args: readonly string[]): ParsedOptions {
  const variables = environment.safeParse(withoutEmpty(env));
  const flags = readArguments(args);
  const problems = [
    ...(variables.success
      ? []
      : variables.error.issues.map((issue) => `variable ${issue.path.join('.')}: ${issue.message}`)),
    ...('problem' in flags ? [flags.problem] : []),
  ];
  if (!variables.success || 'problem' in flags) return { problems };
  const messages = Object.fromEntries(
    MESSAGE_VARIABLES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  return { options: { environment: variables.data, messages, ...flags } };
}

/** What these options describe to run. */
export function topologyOf({
  environment: { HUIYIN_MODE, HUIYIN_PORT, HUIYIN_PORT_BASE },
  only,
  replicas,
}: StartOptions): Topology {
  return describeTopology({
    mode: HUIYIN_MODE,
    gatewayPort: HUIYIN_PORT,
    portBase: HUIYIN_PORT_BASE,
    replicas,
    ...(only === undefined ? {} : { only }),
  });
}

function readArguments(
  args: readonly string[],
): Omit<StartOptions, 'environment' | 'messages'> | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        only: { type: 'string' },
        replicas: { type: 'string', multiple: true, default: [] },
      },
    });
    const replicas = readReplicas(values.replicas);
    if ('problem' in replicas) return replicas;
    if (values.only === undefined) return { fresh: values.fresh, ...replicas };
    const names = values.only.split(',');
    const unknown = names.filter((name) => !PROCESS_NAMES.some((known) => known === name));
    if (unknown.length > 0) return { problem: `--only: no process is called ${unknown.join(', ')}` };
    return { fresh: values.fresh, ...replicas, only: PROCESS_NAMES.filter((name) => names.includes(name)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** `supervision=3`, several by commas or by saying it again; the gateway stays one. */
function readReplicas(
  said: readonly string[],
): Pick<StartOptions, 'replicas'> | { readonly problem: string } {
  const replicas: Partial<Record<ServiceName, number>> = {};
  for (const part of said.flatMap((text) => text.split(','))) {
    const [name, count] = part.split('=');
    const service = SERVICE_NAMES.find((known) => known === name);
    if (service === undefined) return { problem: `--replicas: no service is called ${name ?? ''}` };
    if (
      count === undefined ||
      !/^\d{1,2}$/.test(count) ||
      Number(count) < 1 ||
      Number(count) > MAX_REPLICAS
    ) {
      return { problem: `--replicas: ${part} must say ${service}=1 to ${service}=${MAX_REPLICAS}` };
    }
    replicas[service] = Number(count);
  }
  return { replicas };
}

/** A variable set to nothing counts as not set, as shells and compose files do it. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
