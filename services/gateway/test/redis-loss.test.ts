import { createHash } from 'node:crypto';
import { waitFor } from '@huiyin/testkit/wait-for';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { logIn, send } from './support/client.ts';
import { type RedisProxy, startRedisProxy } from './support/redis-proxy.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

let gateway: RunningGateway;
let proxy: RedisProxy;
let api: string;
beforeAll(async () => {
  proxy = await startRedisProxy(inject('redis'));
  gateway = await startGateway({ redisUrl: proxy.url });
  api = `${gateway.baseUrl}/api/v1`;
});
afterAll(async () => {
  await gateway.stop();
  proxy.stop();
});
beforeEach(async () => {
  proxy.set('open');
  await waitFor('readiness', async () => (await send(`${gateway.baseUrl}/readyz`)).status === 200);
});

it.each(['hang', 'shut'] as const)(
  'when Redis is gone (%s), answers 503 with Retry-After instead of hanging, lives, is not ready, and recovers with the session',
  async (state) => {
    const { cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
    proxy.set(state);
    const lost = await send(`${api}/me`, { cookie });
    expect(lost).toMatchObject({ status: 503, body: { code: 'session-store-unavailable' } });
    expect(lost.headers.get('retry-after')).toBe('2');
    expect((await send(`${gateway.baseUrl}/livez`)).status).toBe(200);
    expect(await send(`${gateway.baseUrl}/readyz`)).toMatchObject({ status: 503, body: { redis: false } });
    proxy.set('open');
    await waitFor('the session', async () => (await send(`${api}/me`, { cookie })).status === 200);
  },
);

it('an emptied Redis costs a new login and nothing else', async () => {
  const { cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
  const redis = await createClient({ url: inject('redis') }).connect();
  // Only this session's key: other tests use the same server.
  const id = cookie.split('=')[1] ?? '';
  await redis.del(`huiyin:session:${createHash('sha256').update(id).digest('hex')}`);
  redis.destroy();
  expect(await send(`${api}/me`, { cookie })).toMatchObject({
    status: 401,
    body: { code: 'session-expired' },
  });
  expect((await logIn(gateway.baseUrl, 'chen-deputy')).answer.status).toBe(200);
});

it('without Redis passwords can be guessed less often than with it, not more', async () => {
  proxy.set('shut');
  await waitFor('loss', async () => (await send(`${gateway.baseUrl}/readyz`)).status === 503);
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) {
    const { answer } = await logIn(gateway.baseUrl, 'victim-of-guessing', { password: `guess ${i}` });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429]);
});
