import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { reject } from '@huiyin/kernel/rejection';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logIn, send } from './support/client.ts';
import { sendRaw } from './support/raw-http.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const ADVANCE = '/huiyin.directory.v1.DirectoryService/AdvanceClock';
/** More than half of what no body may exceed. */
const PIECE = Buffer.alloc(700_000, 'x');
const TO = { to: '2026-03-01T00:00:00+08:00' };

let gateway: RunningGateway;
let api: string;
let cookie: string;
beforeAll(async () => {
  gateway = await startGateway();
  api = `${gateway.baseUrl}/api/v1`;
  ({ cookie } = await logIn(gateway.baseUrl, 'zhao-operator'));
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.services.behaviours.delete(ADVANCE);
  gateway.services.received.length = 0;
});

const advance = (options: { body?: unknown; headers?: Record<string, string> } = {}) =>
  send(`${api}/operations/clock:advance`, { method: 'POST', body: TO, cookie, ...options });
const advanceCalls = () => gateway.services.received.filter(({ path }) => path === ADVANCE);

describe('a command', () => {
  it('carries key, If-Match, person and business time, and answers its version as ETag', async () => {
    gateway.services.clock.offsetMs = -3_600_000n;
    await advance(); // The gateway asks for the offset again after it moved the clock.
    const key = randomUUID();
    const before = Date.now();
    const answer = await advance({ headers: { 'idempotency-key': key, 'if-match': '"6"' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ service: 'directory', version: 7 });
    expect(answer.headers.get('etag')).toBe('"7"');
    const call = advanceCalls().at(-1);
    expect(call).toMatchObject({ idempotencyKey: key, ifMatch: '"6"', request: TO });
    expect(call?.by).toMatchObject({ tenant: 'east', actor: { personId: 'person-zhao-operator' } });
    const businessTime = call?.by?.at?.getTime() ?? 0;
    expect(Math.abs(businessTime - (before - 3_600_000))).toBeLessThan(10_000);
    gateway.services.clock.offsetMs = 0n;
  });

  const refusals: [string, Parameters<typeof advance>[0], number, string, string?][] = [
    ['without a key', { headers: { 'idempotency-key': '' } }, 400, 'idempotency-key-malformed'],
    [
      'with a key of 129 characters',
      { headers: { 'idempotency-key': 'k'.repeat(129) } },
      400,
      'idempotency-key-malformed',
    ],
    ['with a key with a space', { headers: { 'idempotency-key': 'a b' } }, 400, 'idempotency-key-malformed'],
    ['with a weak If-Match', { headers: { 'if-match': 'W/"1"' } }, 400, 'if-match-malformed'],
    ['with an unknown field', { body: { ...TO, force: true } }, 400, 'unknown-field', '/force'],
    ['with a field of the wrong type', { body: { to: 5 } }, 400, 'wrong-type', '/to'],
    ['without a required field', { body: {} }, 400, 'missing', '/to'],
    ['with a day that is no instant', { body: { to: '2026-03-01' } }, 400, 'invalid-value', '/to'],
    ['with NUL in a text', { body: { to: 'a\u0000b' } }, 400, 'control-character', '/to'],
    ['with a lone surrogate', { body: { to: '\ud800' } }, 400, 'lone-surrogate', '/to'],
    ['with an array for a body', { body: [TO] }, 400, 'wrong-type', ''],
    ['with null for a body', { body: null }, 400, 'wrong-type', ''],
  ];
  it.each(refusals)('%s is refused and reaches no service', async (_name, options, status, code, field) => {
    const answer = await advance(options);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer).toMatchObject({
      status,
      body: { status, code, ...(field === undefined ? {} : { field }) },
    });
    expect(advanceCalls()).toEqual([]);
  });

  it('names every wrong field at once', async () => {
    const answer = await send(`${api}/session`, {
      method: 'POST',
      body: { login: '', password: 5, extra: 1 },
    });
    const errors = answer.body['errors'] as { field: string; code: string }[];
    expect(errors.map(({ field, code }) => `${field} ${code}`).toSorted()).toEqual([
      '/extra unknown-field',
      '/login too-short',
      '/password wrong-type',
    ]);
  });
});

describe('a service’s refusal', () => {
  const kinds = [
    ['invalid', 400, null],
    ['forbidden', 403, null],
    ['not-found', 404, null],
    ['wrong-state', 409, null],
    ['stale', 412, null],
    ['key-reused', 422, null],
    ['not-yet-known', 409, '1'],
    ['unavailable', 503, '2'],
  ] as const;
  it.each(kinds)('of kind %s is %i', async (kind, status, retryAfter) => {
    gateway.services.behaviours.set(ADVANCE, () =>
      reject(kind, 'some-code', '请先签收', { field: 'plan.0', detail: { id: 'x' } }),
    );
    const answer = await advance();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(answer.body).toMatchObject({
      type: 'urn:huiyin:problem:some-code',
      code: 'some-code',
      detail: '请先签收',
      field: '/plan/0',
      context: { id: 'x' },
    });
  });

  it('that is a fault becomes 500 without its text, and is logged once', async () => {
    gateway.services.behaviours.set(ADVANCE, () => {
      throw new Error('secret detail');
    });
    gateway.log.length = 0;
    const answer = await advance();
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(gateway.log.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('an address', () => {
  it('that does not exist is 404', async () => {
    expect(await send(`${api}/nothing`)).toMatchObject({ status: 404, body: { code: 'no-such-route' } });
  });
  it('asked with a wrong method is 405 and says which there are', async () => {
    const answer = await send(`${api}/operations/clock:advance`);
    expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(answer.headers.get('allow')).toBe('POST');
    expect((await send(`${api}/me`, { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD');
  });
  it('without a session is 401', async () => {
    expect(await send(`${api}/me`)).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });
  });
  it('with an id of the wrong form is 400', async () => {
    const url = `${api}/operations/dead-letters/NOT-AN-ID:replay`;
    const answer = await send(url, {
      method: 'POST',
      body: { service: 'intake', source: 'directory' },
      cookie,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-id', in: 'path', field: '/id' } });
  });
  it('with a broken escape or NUL is 400', async () => {
    expect(await send(`${api}/%zz`)).toMatchObject({ status: 400, body: { code: 'malformed-url' } });
    const nul = await send(`${api}/operations/dead-letters?service=%00`, { cookie });
    expect(nul).toMatchObject({ status: 400, body: { code: 'control-character', in: 'query' } });
  });
  it('asked with a role that may not is 403 and says who may', async () => {
    const deputy = await logIn(gateway.baseUrl, 'chen-deputy');
    const answer = await send(`${api}/operations/health`, { cookie: deputy.cookie });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    expect(answer.body['detail']).toMatch(/运行维护人员/);
  });
});

describe('a body', () => {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json\t; charset=utf-8',
    'application/json; charset=gbk',
    'application/json, text/plain',
    'application/jsonp',
    'application/vnd.huiyin+json',
    ' application/json;',
    'application/json;\tcharset=utf-8',
    'application//json',
    '',
  ];
  it.each(types)('of type %j is 415', async (type) => {
    const answer = await sendRaw(gateway.baseUrl, {
      method: 'POST',
      path: '/api/v1/operations/clock:advance',
      headers: { cookie, 'idempotency-key': 'k', 'content-type': type },
      body: JSON.stringify(TO),
    });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    expect(advanceCalls()).toEqual([]);
  });

  const bodies: [string, Buffer | string, number, string][] = [
    ['that is cut short', '{"to":"2026', 400, 'malformed-json'],
    ['that is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'body-not-utf8'],
    ['10,000 deep', '['.repeat(10_000) + ']'.repeat(10_000), 400, 'nesting-too-deep'],
    ['that reaches for prototypes', '{"__proto__":{"to":"x"}}', 400, 'reserved-name'],
    ['of 2 MiB', JSON.stringify({ to: 'x'.repeat(2 * 1024 * 1024) }), 413, 'body-too-large'],
    ['with a text of 1 MB', JSON.stringify({ to: 'x'.repeat(1_000_000) }), 400, 'invalid-value'],
    ['that is empty', '', 400, 'body-missing'],
  ];
  it.each(bodies)('%s is refused', async (_name, body, status, code) => {
    const answer = await sendRaw(gateway.baseUrl, {
      method: 'POST',
      path: '/api/v1/operations/clock:advance',
      headers: { cookie, 'idempotency-key': 'k', 'content-type': 'application/json' },
      body,
    });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(advanceCalls()).toEqual([]);
  });

  it('that is too large is read to its end, so that its refusal is heard and not the closing of a connection', async () => {
    const { hostname, port } = new URL(gateway.baseUrl);
    const socket = connect(Number(port), hostname);
    const heard = once(socket, 'data');
    const head = [
      'POST /api/v1/operations/clock:advance HTTP/1.1',
      `host: ${hostname}`,
      `cookie: ${cookie}`,
      'idempotency-key: k',
      'content-type: application/json',
      `content-length: ${2 * PIECE.length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(PIECE);
    expect(String(await heard)).toMatch(/^HTTP\/1\.1 413 /);
    // The client still sends, as every client does that has not looked for an answer yet.
    const next = once(socket, 'data');
    socket.write(PIECE);
    socket.write('GET /livez HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(String(await next)).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });
});

describe('what is not even HTTP', () => {
  it('headers of 64 KiB are 431', async () => {
    const headers = { 'x-filler': 'x'.repeat(64 * 1024) };
    const answer = await sendRaw(gateway.baseUrl, { method: 'GET', path: '/api/v1/me', headers });
    expect(answer).toMatchObject({ status: 431, body: { code: 'headers-too-large' } });
  });
});

describe('every answer', () => {
  it('forbids framing, sniffing and foreign content', async () => {
    const { headers } = await send(`${api}/me`, { cookie });
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
