import { createHmac } from 'node:crypto';
import { request as httpRequest, type ClientRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Clock } from '@huiyin/kernel/clock';
import type { OutgoingMessage, Sender } from '../app/ports.ts';
import { judgeHttpStatus, type DeliveryOutcome } from '../domain/delivery-outcome.ts';
import { messageText } from '../domain/message-text.ts';

/** Gateways to 短信、政务钉钉 and the like. */
export interface WebhookConfig {
  /** One a tenant; each host has been held against the allow-list. */
  readonly urls: ReadonlyMap<string, URL>;
  readonly secret: Buffer;
  /** Of the application, without a slash at its end. */
  readonly publicUrl: string;
}

/** Bound of one attempt, connecting included. */
const SEND_WITHIN_MS = 15_000;

/**
 * Signed messages to the tenant's own gateway, by Standard Webhooks: `webhook-id` stays the same however often it is
 * tried, so that the gateway can tell. A connection of its own a message, no redirect is followed, and the answer's
 * body is not read.
 */
export function webhookSender(
  config: WebhookConfig,
  { clock, withinMs = SEND_WITHIN_MS }: { clock: Clock; withinMs?: number },
): Sender {
  return {
    serves: (tenant) => config.urls.has(tenant),
    send: (message) => {
      const url = config.urls.get(message.tenant);
      if (url === undefined) throw new Error(`no webhook serves ${message.tenant}`);
      const at = clock.now();
      const body = bodyOf(message, config.publicUrl, at);
      return attempt(url, { body, headers: signed(config.secret, message.deliveryId, at, body) }, withinMs);
    },
  };
}

function bodyOf(message: OutgoingMessage, publicUrl: string, at: Date): string {
  const { tenant, personId, digestOn, notices, total } = message;
  const { subject } = messageText(message, publicUrl);
  return JSON.stringify({
    type: 'notice.delivered',
    timestamp: at.toISOString(),
    data: {
      ...{ tenant, personId, subject, total, ...(digestOn === undefined ? {} : { digestOn }) },
      notices: notices.map(({ text, caseId, caseNumber, dueOn }) => ({
        ...{ text, caseNumber, dueOn },
        url: caseId === '' ? `${publicUrl}/notices` : `${publicUrl}/cases/${encodeURIComponent(caseId)}`,
      })),
    },
  });
}

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, seconds since 1970. */
function signed(secret: Buffer, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

function attempt(
  url: URL,
  { body, headers }: { body: string; headers: Record<string, string> },
  withinMs: number,
): Promise<DeliveryOutcome> {
  const isTls = url.protocol === 'https:';
  // Nothing of the request has left before the connection stands, TLS included.
  let begun = false;
  return new Promise((resolve) => {
    const options = { method: 'POST', headers, agent: false };
    const call: ClientRequest = isTls ? httpsRequest(url, options) : httpRequest(url, options);
    const end = (outcome: DeliveryOutcome): void => {
      // First of all: what is destroyed may tell of an error of its own.
      resolve(outcome);
      clearTimeout(deadline);
      call.destroy();
    };
    const fail = (answer: string): void =>
      end(begun ? { kind: 'unknown', answer } : { kind: 'failed', answer, serverAway: true });
    const deadline = setTimeout(() => fail('no answer in time'), withinMs);
    call.on('socket', (socket) => socket.once(isTls ? 'secureConnect' : 'connect', () => (begun = true)));
    call.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'connection lost'));
    call.on('response', ({ statusCode = 0 }) => end(judgeHttpStatus(statusCode)));
    call.end(body);
  });
}
