import type { WebhookConfig } from '../../src/channels/webhook-sender.ts';

export const WEBHOOK_SECRET = Buffer.from('a key of thirty-two bytes, no less');

/** A webhook of one tenant on this machine. */
export function webhookTo(tenant: string, port: number): WebhookConfig {
  return {
    urls: new Map([[tenant, new URL(`http://127.0.0.1:${port}/notify`)]]),
    secret: WEBHOOK_SECRET,
    publicUrl: 'https://huiyin.example.cn',
  };
}
