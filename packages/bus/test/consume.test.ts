import type { EventEnvelope } from '@huiyin/kernel/event';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { expect, test } from 'vitest';
import { connectBus } from '../src/connect.ts';
import type { DeadMessage } from '../src/delivery.ts';
import { MAX_ATTEMPTS } from '../src/redelivery.ts';
import { ensureStream } from '../src/streams.ts';
import { streamOfService, subjectOf } from '../src/subjects.ts';
import { consuming, soon } from './support/consuming.ts';
import { event, ownService } from './support/events.ts';

const { log, url, connection, ownStream, consume, publish } = consuming();

test('given events of several cases, then each case is handled in order and nothing is left pending', async () => {
  const service = await ownStream();
  const cases = ['a', 'b', 'c', 'd'];
  const events = Array.from({ length: 200 }, (_, index) =>
    event({ service, stream: cases[index % 4] ?? '', version: Math.floor(index / 4) + 1 }),
  );
  await publish(events);
  const handled: EventEnvelope[] = [];
  let atOnce = 0;
  let most = 0;
  const consumer = consume(service, {
    concurrency: 3,
    handle: async (each) => {
      most = Math.max(most, (atOnce += 1));
      await new Promise(setImmediate);
      handled.push(each);
      atOnce -= 1;
      return 'done';
    },
  });
  await expect.poll(() => handled.length, soon).toBe(200);
  for (const stream of cases) {
    expect(handled.filter((each) => each.stream === stream).map((each) => each.version)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  }
  expect(most).toBe(3);
  await expect.poll(() => consumer.pendingCounts(), soon).toMatchObject({ pending: 0, ackPending: 0 });
});

test('given a handler that fails twice, then the event comes again until it is done', async () => {
  const service = await ownStream();
  let attempts = 0;
  const consumer = consume(service, {
    handle: async () => {
      attempts += 1;
      if (attempts < 3) throw new Error('not yet');
      return 'done';
    },
  });
  await publish([event({ service })]);
  await expect.poll(() => attempts, soon).toBe(3);
  await expect.poll(() => consumer.pendingCounts(), soon).toMatchObject({ pending: 0, ackPending: 0 });
});

test('given a poisonous event, then it is a dead letter after the last attempt, and the others flow', async () => {
  const service = await ownStream();
  const poison = event({ service, stream: 'poisoned' });
  const healthy = Array.from({ length: 20 }, (_, index) =>
    event({ service, stream: 'well', version: index + 1 }),
  );
  const handled: string[] = [];
  const dead: DeadMessage[] = [];
  let keeps = 0;
  const consumer = consume(service, {
    // Jitter at its lowest makes ten attempts quick; the pauses are proven beside their rule.
    random: () => 0,
    handle: async (each) => {
      if (each.id === poison.id) throw new Error('cannot be applied');
      handled.push(each.id);
      return 'done';
    },
    onDead: async (message) => {
      keeps += 1;
      if (keeps === 1) throw new Error('database is away');
      dead.push(message);
    },
  });
  await publish([poison, ...healthy]);
  await expect.poll(() => dead.length, soon).toBe(1);
  expect(dead[0]).toMatchObject({ event: poison, attempts: MAX_ATTEMPTS + 1 });
  expect(dead[0]?.error).toEqual(new Error('cannot be applied'));
  expect(handled).toEqual(healthy.map((each) => each.id));
  await expect.poll(() => consumer.pendingCounts(), soon).toMatchObject({ pending: 0, ackPending: 0 });
});

test('given a body that is no event, then it is a dead letter at once, with its bytes', async () => {
  const service = await ownStream();
  const dead: DeadMessage[] = [];
  consume(service, { onDead: async (message) => void dead.push(message) });
  const subject = subjectOf({ tenant: 'sd', service, type: 'suggestion-submitted' });
  await jetstream(connection()).publish(subject, 'not json');
  await expect.poll(() => dead.length, soon).toBe(1);
  expect(dead[0]?.event).toBeUndefined();
  expect(Buffer.from(dead[0]?.body ?? []).toString()).toBe('not json');
  expect(dead[0]).toMatchObject({ subject, attempts: 1 });
});

test('given "not now" more often than attempts are allowed, then the event is still applied in the end', async () => {
  const service = await ownStream();
  let asked = 0;
  const dead: DeadMessage[] = [];
  consume(service, {
    handle: async () => {
      asked += 1;
      return asked > MAX_ATTEMPTS + 3 ? 'done' : { retryAfterMs: 5 };
    },
    onDead: async (message) => void dead.push(message),
  });
  await publish([event({ service })]);
  await expect.poll(() => asked, soon).toBe(MAX_ATTEMPTS + 4);
  expect(dead).toEqual([]);
});

test('given a consumer whose connection dies before the acknowledgement, then another gets the event again', async () => {
  const service = await ownStream();
  const dying = await connectBus({ url: url(), name: 'dying', log });
  const begun = Promise.withResolvers<void>();
  const first = consume(
    service,
    {
      handle: async () => {
        begun.resolve();
        await dying.close();
        return 'done';
      },
    },
    dying,
  );
  await publish([event({ service })]);
  await begun.promise;
  await first.stop();
  // The broker delivers again when the ack wait of 30 s is over.
  const again: EventEnvelope[] = [];
  const handle = async (each: EventEnvelope): Promise<'done'> => {
    again.push(each);
    return 'done';
  };
  consume(service, { handle });
  await expect.poll(() => again.length, { timeout: 45_000, interval: 50 }).toBe(1);
}, 60_000);

test('given a stop, then what runs is finished and acknowledged and the rest is given back at once', async () => {
  const service = await ownStream();
  await publish(Array.from({ length: 10 }, (_, index) => event({ service, version: index + 1 })));
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const handled: number[] = [];
  const handle = async (each: EventEnvelope): Promise<'done'> => {
    begun.resolve();
    await release.promise;
    handled.push(each.version);
    return 'done';
  };
  const first = consume(service, { handle });
  await begun.promise;
  const stopped = first.stop();
  release.resolve();
  await stopped;
  expect(handled).toEqual([1]);
  consume(service, { handle });
  await expect.poll(() => handled.length, soon).toBe(10);
  expect(handled.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('given no stream yet, then the consumer waits for it', async () => {
  const service = ownService();
  const handled: string[] = [];
  const consumer = consume(service, {
    handle: async (each) => {
      handled.push(each.id);
      return 'done';
    },
  });
  await expect
    .poll(() => log.warn.mock.calls.some(([, message]) => String(message).includes('no stream yet')), soon)
    .toBe(true);
  expect(consumer.isPulling()).toBe(false);
  await ensureStream(connection(), { service, log, maxBytes: 1_000_000 });
  await publish([event({ service })]);
  await expect.poll(() => handled.length, soon).toBe(1);
});

test('given a consumer deleted under way, then it is made again and nothing is missed', async () => {
  const service = await ownStream();
  const handled: string[] = [];
  const consumer = consume(service, {
    handle: async (each) => {
      handled.push(each.id);
      return 'done';
    },
  });
  await expect.poll(() => consumer.isPulling(), soon).toBe(true);
  await (await jetstreamManager(connection())).consumers.delete(streamOfService(service), 'assignment');
  await publish([event({ service })]);
  await expect.poll(() => handled.length, { timeout: 30_000, interval: 50 }).toBe(1);
}, 40_000);
