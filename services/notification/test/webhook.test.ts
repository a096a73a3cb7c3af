import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webhookSender } from '../src/channels/webhook-sender.ts';
import { MESSAGE } from './support/message.ts';
import { runGateway, take, type Gateway } from './support/run-gateway.ts';
import { WEBHOOK_SECRET, webhookTo } from './support/webhook-to.ts';

const AT = new Date('2026-03-02T01:00:00.500Z');

let gateway: Gateway;
let url: URL;

beforeAll(async () => {
  gateway = await runGateway();
  url = new URL(`http://127.0.0.1:${gateway.port}/notify`);
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.heard.length = 0;
  gateway.answer = take;
});

const sender = (port = gateway.port) =>
  webhookSender(webhookTo('donghu', port), { clock: { now: () => AT }, withinMs: 500 });

describe('a webhook', () => {
  it('is signed over its id, time and body, and says no title', async () => {
    expect(await sender().send(MESSAGE)).toEqual({ kind: 'sent', answer: 'HTTP 204' });
    const [{ headers, body } = { headers: {}, body: '' }] = gateway.heard;
    expect(headers['webhook-id']).toBe(MESSAGE.deliveryId);
    expect(headers['webhook-timestamp']).toBe('1772413200');
    const signed = `${MESSAGE.deliveryId}.1772413200.${body}`;
    const expected = createHmac('sha256', WEBHOOK_SECRET).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(JSON.parse(body)).toEqual({
      type: 'notice.delivered',
      timestamp: AT.toISOString(),
      data: {
        ...{ tenant: 'donghu', personId: 'wang', total: 1 },
        subject: '【回音】第30号建议：承办单位已签发答复',
        notices: [
          {
            ...{ text: '承办单位已签发答复', caseNumber: '第30号', dueOn: '' },
            url: 'https://huiyin.example.cn/cases/case-1',
          },
        ],
      },
    });
  });

  it('serves the tenants it was told and no other', () => {
    expect(sender().serves('donghu')).toBe(true);
    expect(sender().serves('beiyuan')).toBe(false);
  });

  it('follows no redirect', async () => {
    gateway.answer = (response) => response.writeHead(307, { location: url.href }).end();
    expect((await sender().send(MESSAGE)).kind).toBe('refused');
    expect(gateway.heard).toHaveLength(1);
  });

  it('is unknown when the gateway has it and says nothing, or breaks off', async () => {
    gateway.answer = () => undefined;
    expect(await sender().send(MESSAGE)).toEqual({ kind: 'unknown', answer: 'no answer in time' });
    gateway.answer = (response) => response.destroy();
    expect((await sender().send(MESSAGE)).kind).toBe('unknown');
  });

  it('failed for certain when nobody was there', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const nobody = (gone.address() as AddressInfo).port;
    gone.close();
    await once(gone, 'close');
    expect(await sender(nobody).send(MESSAGE)).toEqual({
      ...{ kind: 'failed', answer: 'ECONNREFUSED', serverAway: true },
    });
  });
});
