import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn, send, cookieOf } from './support/client.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

let gateway: RunningGateway;
let api: string;
beforeAll(async () => {
  gateway = await startGateway();
  api = `${gateway.baseUrl}/api/v1`;
});
afterAll(() => gateway.stop());

describe('logging in', () => {
  it('gives a __Host- cookie that scripts of the page cannot read, and says who one is', async () => {
    const { answer, cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
    expect(answer.status).toBe(200);
    const header = answer.headers.getSetCookie()[0];
    expect(header).toMatch(/^__Host-huiyin=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const me = await send(`${api}/me`, { cookie });
    expect(me.body).toMatchObject({
      personId: 'person-chen-deputy',
      tenant: 'east',
      tenantName: '东城区',
      roles: ['deputy'],
    });
  });

  it('answers a wrong password and an unknown login alike', async () => {
    const wrong = await logIn(gateway.baseUrl, 'chen-deputy', { password: 'guess' });
    const unknown = await logIn(gateway.baseUrl, 'no-such-person');
    expect(wrong.answer.status).toBe(401);
    expect(wrong.answer.body).toMatchObject({ code: 'login-failed' });
    const { traceId: _a, ...wrongBody } = wrong.answer.body;
    const { traceId: _b, ...unknownBody } = unknown.answer.body;
    expect(unknownBody).toEqual(wrongBody);
  });

  it('locks one account at one address after eight failures, not its owner elsewhere, and counts no success', async () => {
    const guess = () => logIn(gateway.baseUrl, 'li-two-hats', { password: 'guess' });
    for (let i = 0; i < 12; i++)
      expect((await logIn(gateway.baseUrl, 'li-two-hats')).answer.status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    const statuses = answers.map(({ answer }) => answer.status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array<number>(8).fill(401), ...Array<number>(4).fill(429)]);
    const locked = answers.find(({ answer }) => answer.status === 429)?.answer;
    expect(locked?.body).toMatchObject({ code: 'login-locked' });
    expect(Number(locked?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await logIn(gateway.baseUrl, 'chen-deputy')).answer.status).toBe(200);
  });

  it('refuses an account without a membership', async () => {
    const { answer } = await logIn(gateway.baseUrl, 'wu-nobody');
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });

  it('changes the id of a session that was there before, so that a fixed one is worthless', async () => {
    const first = await logIn(gateway.baseUrl, 'chen-deputy');
    const again = await send(`${api}/session`, {
      method: 'POST',
      body: { login: 'chen-deputy', password: 'correct horse' },
      cookie: first.cookie,
    });
    expect(cookieOf(again)).not.toBe(first.cookie);
    expect(await send(`${api}/me`, { cookie: first.cookie })).toMatchObject({
      status: 401,
      body: { code: 'session-expired' },
    });
  });

  it('takes no Idempotency-Key', async () => {
    const answer = await fetch(`${api}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'chen-deputy', password: 'correct horse' }),
    });
    expect(answer.status).toBe(200);
  });
});

describe('a session', () => {
  it('ends with DELETE and does not come back', async () => {
    const { cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
    expect((await send(`${api}/session`, { method: 'DELETE', cookie })).status).toBe(204);
    expect((await send(`${api}/me`, { cookie })).status).toBe(401);
  });

  it('is one membership at a time; switching gives a new id and the role travels in the token', async () => {
    const { answer, cookie } = await logIn(gateway.baseUrl, 'zhao-operator');
    const own = (answer.body['memberships'] as { membershipId: string }[])[0]?.membershipId;
    const switched = await send(`${api}/session:switch`, {
      method: 'POST',
      cookie,
      body: { membershipId: own },
    });
    expect(switched.status).toBe(200);
    expect((await send(`${api}/me`, { cookie })).status).toBe(401);
    gateway.services.received.length = 0;
    const next = cookieOf(switched);
    await send(`${api}/operations/dead-letters?service=intake`, { cookie: next });
    expect(gateway.services.received.at(-1)?.by).toMatchObject({
      tenant: 'east',
      actor: { roles: ['operator'] },
    });
  });

  it('switches once by one key, also when the answer was lost', async () => {
    const { answer, cookie } = await logIn(gateway.baseUrl, 'sun-two-hats');
    const [one = '', other = ''] = (answer.body['memberships'] as { membershipId: string }[]).map(
      ({ membershipId }) => membershipId,
    );
    const headers = { 'idempotency-key': 'switch-1' };
    const switchTo = (membershipId: string, from: string, more: Record<string, string> = headers) =>
      send(`${api}/session:switch`, { method: 'POST', cookie: from, body: { membershipId }, headers: more });
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => switchTo(other, cookie)));
    expect(atOnce.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(atOnce.map(cookieOf)).size).toBe(1);
    const next = atOnce.map(cookieOf)[0] ?? '';
    // The browser never saw the answer and still has the old cookie; or it saw it and asks again.
    for (const from of [cookie, next, cookie]) {
      const again = await switchTo(other, from);
      expect(again).toMatchObject({ status: 200, body: atOnce[0]?.body });
      expect(cookieOf(again)).toBe(next);
      expect(await switchTo(one, from)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    }
    expect(await send(`${api}/me`, { cookie: next })).toMatchObject({ body: { membershipId: other } });
    // The old cookie opens nothing else, and the same switch not without its key.
    expect((await send(`${api}/me`, { cookie, headers })).status).toBe(401);
    expect((await switchTo(other, cookie, { 'idempotency-key': 'switch-2' })).status).toBe(401);
    await send(`${api}/session`, { method: 'DELETE', cookie: next });
    expect((await switchTo(other, cookie)).status).toBe(401);
  });

  it('cannot switch into somebody else’s membership', async () => {
    const { cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
    const body = { membershipId: '0198c0de-0000-7000-8000-00000000ffff' };
    const answer = await send(`${api}/session:switch`, { method: 'POST', cookie, body });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });
});

describe('a change asked for by another site', () => {
  const cases: [string, Record<string, string>, number][] = [
    ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
    ['Origin: null', { origin: 'null' }, 403],
    ['Sec-Fetch-Site: same-origin', { 'sec-fetch-site': 'same-origin' }, 204],
    ['neither header, a script', {}, 204],
  ];
  it.each(cases)('with %s', async (_name, headers, status) => {
    const { cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
    const answer = await send(`${api}/session`, { method: 'DELETE', cookie, headers });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body).toMatchObject({ code: 'cross-site-request' });
  });
});
