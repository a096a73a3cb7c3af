import { expect, test } from 'vitest';
import { Lanes, type LaneRunner } from './lanes.ts';

/** Longer than lanes linger, and begun later. */
const begun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

/** Work that ends when told to. */
function work(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    name,
    ended: promise,
    end: async () => {
      resolve();
      await begun();
    },
    giveBack: () => void log.push(`${name} given back`),
  };
}

type Work = ReturnType<typeof work>;

/** What is run together is told by the names of all. */
function lanesOf(
  width: number,
  log: string[],
  { follows = () => false, joins = () => false }: Partial<Pick<LaneRunner<Work>, 'follows' | 'joins'>> = {},
) {
  return new Lanes<Work>(width, {
    follows,
    joins,
    run: async (rows) => {
      const works = rows.flat();
      log.push(`${works.map(({ name }) => name).join('+')} begins`);
      await Promise.all(works.map(({ ended }) => ended));
    },
    giveBack: (given) => given.giveBack(),
  });
}

test('work of one case runs one after another, of several cases side by side up to the width', async () => {
  const log: string[] = [];
  const lanes = lanesOf(2, log);
  const [a1, a2, b1, c1] = [work(log, 'a1'), work(log, 'a2'), work(log, 'b1'), work(log, 'c1')];
  lanes.add('a', a1);
  lanes.add('a', a2);
  lanes.add('b', b1);
  lanes.add('c', c1);
  await begun();
  expect(log).toEqual(['a1 begins', 'b1 begins']);
  await b1.end();
  expect(log.at(-1)).toBe('c1 begins');
  await a1.end();
  expect(log.at(-1)).toBe('a2 begins');
});

test('what waits in one case and follows what is before it runs together, at most 32', async () => {
  const log: string[] = [];
  const lanes = lanesOf(1, log, {
    follows: (before, next) => before.name !== 'a3' && next.name.startsWith('a'),
  });
  const [a1, a2, a3, a4, b1] = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => work(log, name)) as [
    Work,
    Work,
    Work,
    Work,
    Work,
  ];
  lanes.add('a', a1);
  lanes.add('b', b1);
  for (const later of [a2, a3, a4]) lanes.add('a', later);
  await begun();
  expect(log).toEqual(['a1+a2+a3 begins']);
  for (const each of [a1, a2, a3, b1]) await each.end();
  expect(log.slice(1)).toEqual(['b1 begins', 'a4 begins']);
  await a4.end();
  const many = Array.from({ length: 40 }, (_, index) => work(log, `a${index + 5}`));
  for (const each of many) lanes.add('a', each);
  await begun();
  expect(log.at(-1)?.split('+')).toHaveLength(32);
});

test('what waits in other cases runs together with it where it may, each case in its order, at most 32', async () => {
  const log: string[] = [];
  const lanes = lanesOf(1, log, {
    follows: () => true,
    joins: (...both) => both.every(({ name }) => !name.startsWith('c')),
  });
  const add = (...names: string[]): Work[] =>
    names.map((name) => {
      const one = work(log, name);
      lanes.add(name.slice(0, 1), one);
      return one;
    });
  const first = add('a1', 'b1', 'c1', 'a2', 'b2', 'd1');
  await begun();
  expect(log).toEqual(['a1+a2+b1+b2+d1 begins']);
  const later = add('a3', 'b3');
  for (const each of first) await each.end();
  // Each case goes on when what ran has ended, the one that waited longer first.
  expect(log.slice(1)).toEqual(['c1 begins', 'a3+b3 begins']);
  for (const each of later) await each.end();
  add(...Array.from({ length: 40 }, (_, index) => `${String.fromCodePoint(65 + (index % 20))}${index}`));
  await begun();
  expect(log.at(-1)?.split('+')).toHaveLength(32);
});

test('closing gives back what has not begun and waits for what has', async () => {
  const log: string[] = [];
  const lanes = lanesOf(1, log);
  const [first, second, late] = [work(log, 'first'), work(log, 'second'), work(log, 'late')];
  lanes.add('x', first);
  lanes.add('x', second);
  await begun();
  let closed = false;
  const closing = lanes.close().then(() => (closed = true));
  lanes.add('y', late);
  expect(log).toEqual(['first begins', 'second given back', 'late given back']);
  expect(closed).toBe(false);
  await first.end();
  await closing;
  expect(log).toHaveLength(3);
});
