import { createClient } from 'redis';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { connectRedis, type Redis } from '../src/redis/redis.ts';
import { ABSOLUTE_MS, IDLE_MS, sessionStore } from '../src/session/session-store.ts';
import { waitFor } from '@huiyin/testkit/wait-for';

const active = { membershipId: 'm', tenant: 'east', tenantName: '东城区', role: 'deputy' } as const;
const LOGIN = new Date('2026-01-05T09:00:00Z');
const facts = {
  accountId: 'a',
  personId: 'p',
  name: '陈代表',
  memberships: [active],
  active,
  startedAtMs: LOGIN.getTime(),
};

let redis: Redis;
beforeAll(async () => {
  redis = connectRedis(inject('redis'), () => undefined);
  await waitFor('redis', () => redis.answers());
});
afterAll(() => redis.close());

it('ends ten hours after the login, however busy it was', async () => {
  let now = LOGIN;
  const sessions = sessionStore(redis, { now: () => now });
  const { id } = await sessions.start(facts);
  now = new Date(LOGIN.getTime() + ABSOLUTE_MS - 1);
  expect(await sessions.find(id)).toMatchObject({ personId: 'p' });
  now = new Date(LOGIN.getTime() + ABSOLUTE_MS);
  expect(await sessions.find(id)).toBeUndefined();
  now = LOGIN;
  expect(await sessions.find(id)).toBeUndefined();
});

it('is forgotten by Redis after thirty idle minutes, which begin anew with each request', async () => {
  const sessions = sessionStore(redis, { now: () => LOGIN });
  const { id, session } = await sessions.start(facts);
  const client = await createClient({ url: inject('redis') }).connect();
  const name = `huiyin:session:${session.key}`;
  await client.pExpire(name, 5_000);
  await sessions.find(id);
  const ttl = await client.pTTL(name);
  client.destroy();
  expect(ttl).toBeGreaterThan(5_000);
  expect(ttl).toBeLessThanOrEqual(IDLE_MS);
});

it('keeps nothing in Redis that a thief could log in with', async () => {
  const sessions = sessionStore(redis, { now: () => LOGIN });
  const { id } = await sessions.start(facts);
  const client = await createClient({ url: inject('redis') }).connect();
  const keys = await client.keys('huiyin:session:*');
  const values = await client.mGet(keys);
  client.destroy();
  expect(keys.join()).not.toContain(id);
  expect(values.join()).not.toContain(id);
});

it.each(['', 'short', 'x'.repeat(43).replace('x', '*'), '../../etc', 'A'.repeat(44)])(
  'does not even ask Redis for %j',
  async (id) => {
    const asked: unknown[] = [];
    const spying: Redis = { ...redis, ask: (question) => (asked.push(question), redis.ask(question)) };
    expect(await sessionStore(spying, { now: () => LOGIN }).find(id)).toBeUndefined();
    expect(asked).toEqual([]);
  },
);
