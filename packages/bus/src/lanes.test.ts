import { expect, test } from 'vitest';
import { Lanes } from './lanes.ts';

/** Work that ends when told to. */
function work(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    end: async () => {
      resolve();
      await new Promise(setImmediate);
    },
    run: async () => {
      log.push(`${name} begins`);
      await promise;
    },
    giveBack: () => void log.push(`${name} given back`),
  };
}

test('work of one case runs one after another, of several cases side by side up to the width', async () => {
  const log: string[] = [];
  const lanes = new Lanes(2);
  const [a1, a2, b1, c1] = [work(log, 'a1'), work(log, 'a2'), work(log, 'b1'), work(log, 'c1')];
  lanes.add('a', a1);
  lanes.add('a', a2);
  lanes.add('b', b1);
  lanes.add('c', c1);
  expect(log).toEqual(['a1 begins', 'b1 begins']);
  await b1.end();
  expect(log.at(-1)).toBe('c1 begins');
  await a1.end();
  expect(log.at(-1)).toBe('a2 begins');
});

test('closing gives back what has not begun and waits for what has', async () => {
  const log: string[] = [];
  const lanes = new Lanes(1);
  const [first, second, late] = [work(log, 'first'), work(log, 'second'), work(log, 'late')];
  lanes.add('x', first);
  lanes.add('x', second);
  let closed = false;
  const closing = lanes.close().then(() => (closed = true));
  lanes.add('y', late);
  expect(log).toEqual(['first begins', 'second given back', 'late given back']);
  expect(closed).toBe(false);
  await first.end();
  await closing;
  expect(log).toHaveLength(3);
});
