import { reject } from '@huiyin/kernel/rejection';
import { expect, it } from 'vitest';
import type { CaseSight } from './case-sight.ts';
import { CaseFollower } from './follow-case.ts';

const UP_TO_DATE = { upToDate: true };
const FORBIDDEN = reject('not-found', 'case-not-found', '没有找到');

/** A follower whose looks are answered by hand. */
function following(): {
  follower: CaseFollower;
  told: string[];
  looks: (readonly string[])[];
  ends: unknown[];
  answer(sight: CaseSight | typeof FORBIDDEN): Promise<void>;
} {
  const [told, looks, ends]: [string[], (readonly string[])[], unknown[]] = [[], [], []];
  const waiting: ((sight: CaseSight | typeof FORBIDDEN) => void)[] = [];
  const follower = new CaseFollower({
    look: (after) => {
      looks.push(after);
      return new Promise((resolve) => waiting.push(resolve));
    },
    tell: ({ asOf }) => told.push(asOf),
    end: (error) => ends.push(error),
  });
  const answer = async (sight: CaseSight | typeof FORBIDDEN): Promise<void> => {
    waiting.shift()?.(sight);
    await new Promise(setImmediate);
  };
  return { follower, told, looks, ends, answer };
}

it('tells at once how the case stands, then only what the reader sees change', async () => {
  const { follower, told, looks, answer } = following();
  void follower.begin();
  await answer({ ...UP_TO_DATE, mark: 'a', asOf: '1' });
  follower.hear({ service: 'assignment', version: 4 });
  await answer({ ...UP_TO_DATE, mark: 'a', asOf: '2' });
  follower.hear({ service: 'evaluation', version: 1 });
  await answer({ ...UP_TO_DATE, mark: 'b', asOf: '3' });
  expect(told).toEqual(['1', '3']);
  expect(looks).toEqual([[], ['assignment:4'], ['evaluation:1']]);
});

it('looks once at all the news that came meanwhile, also during the first look', async () => {
  const { follower, told, looks, answer } = following();
  void follower.begin();
  follower.hear({ service: 'assignment', version: 3 });
  await answer({ ...UP_TO_DATE, mark: 'a', asOf: '1' });
  for (const version of [6, 5, 4]) follower.hear({ service: 'assignment', version });
  follower.hear({ service: 'intake', version: 2 });
  await answer({ ...UP_TO_DATE, mark: 'b', asOf: '2' });
  await answer({ ...UP_TO_DATE, mark: 'c', asOf: '3' });
  expect(told).toEqual(['1', '2', '3']);
  expect(looks).toEqual([[], ['assignment:3'], ['assignment:6', 'intake:2']]);
});

it('ends when the reader may read the case no longer', async () => {
  const { follower, told, ends, answer } = following();
  void follower.begin();
  await answer({ ...UP_TO_DATE, mark: 'a', asOf: '1' });
  follower.hear({ service: 'intake', version: 9 });
  await answer(FORBIDDEN);
  expect({ told, ends }).toEqual({ told: ['1'], ends: [undefined] });
});

it('looks again at news that had not arrived, but not for ever', async () => {
  const { follower, told, looks, answer } = following();
  void follower.begin();
  await answer({ ...UP_TO_DATE, mark: 'a', asOf: '1' });
  follower.hear({ service: 'intake', version: 2 });
  await answer({ upToDate: false, mark: 'a', asOf: '1' });
  await answer({ ...UP_TO_DATE, mark: 'b', asOf: '2' });
  follower.hear({ service: 'intake', version: 3 });
  for (let round = 0; round < 9; round += 1) await answer({ upToDate: false, mark: 'b', asOf: '2' });
  expect(told).toEqual(['1', '2']);
  expect(looks).toEqual([[], ['intake:2'], ['intake:2'], ...Array.from({ length: 5 }, () => ['intake:3'])]);
});
