import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { serviceConfigShape, type ServiceConfig } from '@huiyin/chassis/service-config';
import { ConfigError, parseConfig } from '@huiyin/runtime/config';
import { z } from 'zod';
import type { MailConfig } from './channels/mail-config.ts';
import type { WebhookConfig } from './channels/webhook-sender.ts';
import { isMailAddress } from './domain/subscription.ts';

/** Key bytes that Standard Webhooks allows. */
const [SHORTEST_KEY, LONGEST_KEY] = [24, 64];
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

const url = (...protocols: readonly string[]): z.ZodType<string, string> =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );

const schema = z.object({
  ...serviceConfigShape,
  /** Where people open the application; links in messages and the host in Message-ID come from it. */
  PUBLIC_URL: url('http:', 'https:').optional(),
  /** With user and password where the server asks for them; a secret. */
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  /** `none` allows mail in the clear to a server that is not this machine. */
  SMTP_TLS: z.enum(['required', 'none']).default('required'),
  MAIL_FROM: z.string().refine(isMailAddress, 'must be one plain mail address').optional(),
  /** `tenant=https://host/path`, comma-separated. */
  WEBHOOK_URLS: z.string().optional(),
  /** Hosts that WEBHOOK_URLS may name, comma-separated. */
  WEBHOOK_HOSTS: z.string().default(''),
  WEBHOOK_SECRET: z
    .string()
    .refine((text) => isKey(text), `must be whsec_ and ${SHORTEST_KEY} to ${LONGEST_KEY} bytes in base64`)
    .optional(),
  /** File of the certificates (PEM) of further authorities, which Node has read as NODE_EXTRA_CA_CERTS. */
  MESSAGE_CA_FILE: z
    .string()
    .refine(
      (file) => isCertificateFile(file),
      'must name a readable file of PEM certificates and nothing else',
    )
    .optional(),
});
type Variables = z.output<typeof schema>;

export interface NotificationConfig extends ServiceConfig {
  /** Undefined: this installation sends no mail. */
  readonly mail: MailConfig | undefined;
  readonly webhooks: WebhookConfig | undefined;
}

/** Reads notification's environment. Throws ConfigError; no problem it names repeats a value. */
export function readConfig(env: NodeJS.ProcessEnv): NotificationConfig {
  const variables = parseConfig(schema, env);
  const problems: string[] = [];
  const config = {
    ...variables,
    mail: mailOf(variables, problems),
    webhooks: webhooksOf(variables, problems),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function mailOf(
  { SMTP_URL, SMTP_TLS, MAIL_FROM, PUBLIC_URL }: Variables,
  problems: string[],
): MailConfig | undefined {
  if (SMTP_URL === undefined) return undefined;
  if (MAIL_FROM === undefined) problems.push('MAIL_FROM: is missing, SMTP_URL needs it');
  if (PUBLIC_URL === undefined) problems.push('PUBLIC_URL: is missing, SMTP_URL needs it');
  const { protocol, hostname, port, username, password } = new URL(SMTP_URL);
  const secure = protocol === 'smtps:';
  return {
    ...{ host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure },
    requireTls: !secure && SMTP_TLS === 'required' && !LOOPBACK.has(hostname),
    login:
      username === ''
        ? undefined
        : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    ...{ from: MAIL_FROM ?? '', publicUrl: withoutSlash(PUBLIC_URL ?? '') },
  };
}

function webhooksOf(
  { WEBHOOK_URLS, WEBHOOK_HOSTS, WEBHOOK_SECRET, PUBLIC_URL }: Variables,
  problems: string[],
): WebhookConfig | undefined {
  if (WEBHOOK_URLS === undefined) return undefined;
  if (WEBHOOK_SECRET === undefined) problems.push('WEBHOOK_SECRET: is missing, WEBHOOK_URLS needs it');
  if (PUBLIC_URL === undefined) problems.push('PUBLIC_URL: is missing, WEBHOOK_URLS needs it');
  const hosts = new Set(WEBHOOK_HOSTS.split(',').map((host) => host.trim()));
  const urls = new Map<string, URL>();
  for (const entry of WEBHOOK_URLS.split(',')) {
    const [, tenant, address = ''] = /^\s*([a-z0-9][a-z0-9-]{0,39})=(\S+)\s*$/.exec(entry) ?? [];
    if (tenant === undefined || !URL.canParse(address)) {
      problems.push('WEBHOOK_URLS: must be tenant=https://host/path, comma-separated');
      continue;
    }
    const target = new URL(address);
    const isSafe =
      target.protocol === 'https:' || (target.protocol === 'http:' && LOOPBACK.has(target.hostname));
    if (!isSafe || !hosts.has(target.hostname) || target.username !== '') {
      problems.push(
        `WEBHOOK_URLS: that of ${tenant} must be https to a host of WEBHOOK_HOSTS, without a login`,
      );
    }
    urls.set(tenant, target);
  }
  return { urls, secret: keyOf(WEBHOOK_SECRET ?? ''), publicUrl: withoutSlash(PUBLIC_URL ?? '') };
}

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Node only warns of a file it cannot use, and every message would fail later. */
function isCertificateFile(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    const blocks = text.match(PEM_BLOCK) ?? [];
    for (const block of blocks) new X509Certificate(block);
    return blocks.length > 0 && blocks.length === text.split('-----BEGIN ').length - 1;
  } catch {
    return false;
  }
}

function isKey(text: string): boolean {
  const { length } = keyOf(text);
  return length >= SHORTEST_KEY && length <= LONGEST_KEY;
}

function keyOf(text: string): Buffer {
  return Buffer.from(SECRET.exec(text)?.[1] ?? '', 'base64');
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
