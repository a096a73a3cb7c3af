import type { EventEnvelope } from '@huiyin/kernel/event';
import { expect, test } from 'vitest';
import { consuming, soon } from './support/consuming.ts';
import { event } from './support/events.ts';

const { ownStream, consume, publish } = consuming();
const idsOf = (events: readonly EventEnvelope[]): Set<string> => new Set(events.map(({ id }) => id));

test('given events that wait together, then those that follow each other in their cases are handled as one', async () => {
  const service = await ownStream();
  const told = [
    ['a', 1],
    ['b', 1],
    ['a', 2],
    ['a', 4],
    ['b', 2],
  ] as const;
  await publish(told.map(([stream, version]) => event({ service, stream, version })));
  const handled: string[] = [];
  const consumer = consume(service, {
    handle: async ({ stream, version }) => {
      handled.push(`${stream}${version}`);
      return 'done';
    },
    handleBatch: async (events) => {
      handled.push(events.map(({ stream, version }) => `${stream}${version}`).join('+'));
      return idsOf(events);
    },
  });
  await expect.poll(() => handled, soon).toEqual(['a1+a2+b1+b2', 'a4']);
  await expect.poll(() => consumer.pendingCounts(), soon).toMatchObject({ pending: 0, ackPending: 0 });
});

test('given events of several tenants, then no transaction has those of two', async () => {
  const service = await ownStream();
  const tenants = ['donghu', 'beiyuan', 'donghu', 'beiyuan'];
  await publish(tenants.map((tenant, index) => event({ service, tenant, stream: `${index}` })));
  const handled: string[] = [];
  consume(service, {
    handleBatch: async (events) => {
      handled.push(events.map(({ tenant }) => tenant).join('+'));
      return idsOf(events);
    },
  });
  await expect.poll(() => handled, soon).toEqual(['donghu+donghu', 'beiyuan+beiyuan']);
});

test.each([
  ['throws', [1, 2, 3]],
  ['applied one of them', [1, 3]],
])('given a batch whose handler %s, then the others are handled alone', async (how, alone) => {
  const service = await ownStream();
  await publish([1, 2, 3].map((version) => event({ service, version })));
  const handled: number[] = [];
  let batches = 0;
  const consumer = consume(service, {
    handle: async ({ version }) => {
      handled.push(version);
      return 'done';
    },
    handleBatch: async (events) => {
      batches += 1;
      if (how === 'throws') throw new Error('one of them is bad');
      return idsOf(events.filter(({ version }) => version === 2));
    },
  });
  await expect.poll(() => handled, soon).toEqual(alone);
  expect(batches).toBe(1);
  await expect.poll(() => consumer.pendingCounts(), soon).toMatchObject({ pending: 0, ackPending: 0 });
});

test('given a batch put off, then each of its events comes again', async () => {
  const service = await ownStream();
  await publish([1, 2, 3].map((version) => event({ service, version })));
  const handled: number[] = [];
  const consumer = consume(service, {
    handle: async ({ version }) => {
      handled.push(version);
      return 'done';
    },
    handleBatch: async () => ({ retryAfterMs: 1 }),
  });
  await expect.poll(() => handled.toSorted((a, b) => a - b), soon).toEqual([1, 2, 3]);
  await expect.poll(() => consumer.pendingCounts(), soon).toMatchObject({ pending: 0, ackPending: 0 });
});
