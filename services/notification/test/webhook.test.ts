import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { webhookSender } from '../src/channels/webhook-sender.ts';
import { MESSAGE } from './support/message.ts';

const SECRET = Buffer.from('a key of thirty-two bytes, no less');
const AT = new Date('2026-03-02T01:00:00.500Z');

interface Heard {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

let server: Server;
let url: URL;
let heard: Heard[];
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') });
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
  answer = (response) => response.writeHead(204).end();
});

const sender = (target = url, withinMs = 500) =>
  webhookSender(
    { urls: new Map([['donghu', target]]), secret: SECRET, publicUrl: 'https://huiyin.example.cn' },
    { clock: { now: () => AT }, withinMs },
  );

describe('a webhook', () => {
  it('is signed over its id, time and body, and says no title', async () => {
    expect(await sender().send(MESSAGE)).toEqual({ kind: 'sent', answer: 'HTTP 204' });
    const [{ headers, body } = { headers: {}, body: '' }] = heard;
    expect(headers['webhook-id']).toBe(MESSAGE.deliveryId);
    expect(headers['webhook-timestamp']).toBe('1772413200');
    const signed = `${MESSAGE.deliveryId}.1772413200.${body}`;
    const expected = createHmac('sha256', SECRET).update(signed).digest('base64');
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
    answer = (response) => response.writeHead(307, { location: url.href }).end();
    expect((await sender().send(MESSAGE)).kind).toBe('refused');
    expect(heard).toHaveLength(1);
  });

  it('is unknown when the gateway has it and says nothing, or breaks off', async () => {
    answer = () => undefined;
    expect(await sender().send(MESSAGE)).toEqual({ kind: 'unknown', answer: 'no answer in time' });
    answer = (response) => response.destroy();
    expect((await sender().send(MESSAGE)).kind).toBe('unknown');
  });

  it('failed for certain when nobody was there', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const nobody = new URL(`http://127.0.0.1:${(gone.address() as AddressInfo).port}`);
    gone.close();
    await once(gone, 'close');
    expect(await sender(nobody).send(MESSAGE)).toEqual({
      ...{ kind: 'failed', answer: 'ECONNREFUSED', serverAway: true },
    });
  });
});
