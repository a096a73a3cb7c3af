import { execute, rows } from '@huiyin/postgres/query';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ballotBox } from '../src/storage/ballot-box.ts';
import { ballotStories } from './ballot-stories.ts';
import { by, DESK, openEvaluation, WANG, type OpenEvaluation } from './open-evaluation.ts';

let evaluation: OpenEvaluation;
const { introduce, opened } = ballotStories(() => evaluation);

beforeAll(async () => {
  evaluation = await openEvaluation();
  await introduce([WANG]);
});
afterAll(() => evaluation.close());

const VOTES = 400;
/** Cast 满意 first and 不满意 after, a random order changes sides about 200 times, with a deviation of 10. */
const CHANGES = { atLeast: 130, atMost: 270 };

interface Lying {
  readonly choice: string;
  readonly xmin: string;
}

it('lays votes down in an order that says nothing of when they were cast, by one transaction', async () => {
  const ballotId = await opened();
  const { uow } = evaluation.database;
  for (let vote = 0; vote < VOTES; vote += 1) {
    const choice = vote < VOTES / 2 ? 'satisfied' : 'dissatisfied';
    await uow.act(by(DESK), ballotId, (tx) =>
      ballotBox.cast(tx, 'donghu', ballotId, { tokenHash: `${vote}`, choice }),
    );
  }
  await uow.act(by(DESK), ballotId, async (tx) => {
    const votes = { satisfied: 200, 'basically-satisfied': 0, dissatisfied: 200, abstained: 0 };
    expect(await ballotBox.seal(tx, 'donghu', ballotId)).toEqual(votes);
  });
  const lying = await uow.read('donghu', (tx) =>
    rows<Lying>(tx, 'select choice, xmin::text from ballot_vote order by ctid'),
  );
  expect(lying).toHaveLength(VOTES);
  const changes = lying.filter(
    ({ choice }, index) => index > 0 && lying[index - 1]?.choice !== choice,
  ).length;
  expect(changes).toBeGreaterThanOrEqual(CHANGES.atLeast);
  expect(changes).toBeLessThanOrEqual(CHANGES.atMost);
  expect(new Set(lying.map(({ xmin }) => xmin)).size).toBe(1);
  expect(await uow.read('donghu', (tx) => ballotBox.countCast(tx, 'donghu', ballotId))).toBe(0);
});

it('lets nobody change or take away a vote that is laid down', async () => {
  for (const statement of ['update ballot_vote set choice = choice', 'delete from ballot_vote']) {
    const trying = evaluation.database.uow.act(by(DESK), 'anything', async (tx) => {
      await execute(tx, statement);
    });
    await expect(trying).rejects.toThrow('permission denied');
  }
});
