import { expect, it } from 'vitest';
import { PROBLEM_WORDS } from './problem-words.ts';

const GATEWAY = import.meta.glob<string>('../../../gateway/src/http/problem.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('says what the gateway says', () => {
  const [source = ''] = Object.values(GATEWAY);
  const said = Object.entries(PROBLEM_WORDS).map(([code, words]) => ({ code, words }));
  expect(said.length).toBeGreaterThan(0);
  expect(
    said.filter(({ code, words }) => !new RegExp(`'${code}': \\[\\d+, '${words}'\\]`).test(source)),
  ).toEqual([]);
});
