import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import type { Reaction } from '@huiyin/kernel/unit-of-work';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../src/database.ts';
import type { StatementHook } from '../src/query.ts';
import { rows } from '../src/query.ts';
import { LocksOutOfOrder } from '../src/streams.ts';

const TENANT = 'donghu';

let target: TestDatabase;
let admin: pg.Client;
let database: Database;
/** Stands before each statement. */
let beforeStatement: StatementHook = () => Promise.resolve();

beforeAll(async () => {
  target = await freshDatabase('archive');
  admin = new pg.Client({ connectionString: target.adminUrl });
  await admin.connect();
  database = openDatabase({
    ...{ service: 'archive', url: target.appUrl, relayUrl: target.relayUrl, clock: systemClock },
    onError: () => undefined,
    encode: ({ payload }) => ({ ...payload }),
    beforeStatement: (statement) => beforeStatement(statement),
  });
});
afterAll(async () => {
  await database.close();
  await admin.end();
  await target.drop();
});

/** Events `from` to `to` of a foreign stream. */
function run(stream: string, from: number, to: number): EventBatch {
  const events = Array.from({ length: to - from + 1 }, (_, index) => heard(stream, from + index));
  return events as unknown as EventBatch;
}

function heard(stream: string, version: number): EventEnvelope {
  return {
    ...{ id: newId(), tenant: TENANT, service: 'intake', stream, version, type: 'suggestion-drafted' },
    ...{ payload: {}, actor: systemActor('intake'), traceparent: '', prevHash: '', hash: '' },
    occurredAt: new Date('2026-01-05T01:00:00Z'),
    recordedAt: new Date('2026-01-05T01:00:00Z'),
  };
}

/** Says on a stream of its own which event it saw; fails at the version it is told to. */
const repeating =
  (failAt = 0): Reaction =>
  async ({ stream, version }, _tx, open) => {
    if (version === failAt) throw new Error(`cannot take version ${version}`);
    await (await open(`about ${stream}`)).append({ type: 'case-sealed', payload: { version } });
  };

/** What the reactions to a stream have said, in order. */
function said(stream: string): Promise<readonly number[]> {
  return database.uow.read(TENANT, async (tx) => {
    const found = await rows<{ said: number }>(
      tx,
      `select (payload ->> 'version')::int as said from event where stream = $1 order by version`,
      [`about ${stream}`],
    );
    return found.map((row) => row.said);
  });
}

/** How many of the events were applied together. */
const applied = async (events: EventBatch, react = repeating()): Promise<number> =>
  (await database.inbox.applyBatch(events, { react })).size;
const noted = async (events: EventBatch): Promise<number> => (await database.inbox.noteBatch(events)).size;

const cursor = (stream: string): Promise<number> => database.inbox.cursor(TENANT, 'intake', stream);

/** How many of these events the inbox knows. */
async function known(events: EventBatch): Promise<number> {
  const ids = events.map(({ id }) => id);
  const { rowCount } = await admin.query(
    'select 1 from inbox where tenant = $1 and source = $2 and event_id = any($3)',
    [TENANT, 'intake', ids],
  );
  return rowCount ?? 0;
}

describe('events applied together', () => {
  it('have one effect each, in their order, and none when they come again', async () => {
    const events = run('together', 1, 5);
    expect(await applied(events)).toBe(5);
    expect(await said('together')).toEqual([1, 2, 3, 4, 5]);
    expect(await cursor('together')).toBe(5);
    expect(await known(events)).toBe(5);
    expect(await applied(events)).toBe(0);
    expect(await database.inbox.apply(events[0], repeating())).toEqual({ outcome: 'duplicate' });
    expect(await said('together')).toEqual([1, 2, 3, 4, 5]);
  });

  it('are given at once to a reaction that can take them so', async () => {
    const events = run('at once', 1, 3);
    const ids = await database.inbox.applyBatch(events, {
      react: () => Promise.reject(new Error('was asked about one')),
      reactToBatch: async (all, _tx, streams) => {
        const versions = all.map(({ version }) => version).join('');
        const stream = await streams.because(all[0])('about at once');
        await stream.append({ type: 'case-sealed', payload: { version: Number(versions) } });
      },
    });
    expect(ids.size).toBe(3);
    expect([await said('at once'), await cursor('at once')]).toEqual([[123], 3]);
  });

  it('leave nothing when one of them cannot be taken; each alone then gets as far as that one', async () => {
    const events = run('failing', 1, 4);
    await expect(database.inbox.applyBatch(events, { react: repeating(3) })).rejects.toThrow(
      'cannot take version 3',
    );
    expect([await said('failing'), await cursor('failing'), await known(events)]).toEqual([[], 0, 0]);
    for (const event of events.slice(0, 2)) {
      expect(await database.inbox.apply(event, repeating(3))).toEqual({ outcome: 'applied' });
    }
    expect(await said('failing')).toEqual([1, 2]);
  });

  it.each([
    ['a gap before them', 3, 4],
    ['the first of them was applied before', 1, 4],
  ])('are not applied after %s', async (name, from, to) => {
    const stream = `not next: ${name}`;
    await database.inbox.apply(heard(stream, 1), repeating());
    const events = run(stream, from, to);
    expect(await applied(events)).toBe(0);
    expect(await noted(events)).toBe(0);
    expect([await said(stream), await cursor(stream), await known(events)]).toEqual([[1], 1, 0]);
  });
});

/** Events of several streams, mixed as a broker might bring them. */
function mixed(...batches: readonly EventBatch[]): EventBatch {
  const longest = Math.max(...batches.map(({ length }) => length));
  const events = Array.from({ length: longest }, (_, index) =>
    batches.flatMap((batch) => batch[index] ?? []),
  );
  return events.flat() as unknown as EventBatch;
}

describe('events of several streams', () => {
  it('have one effect each, each stream in its order', async () => {
    const events = mixed(run('several b', 1, 3), run('several a', 1, 2), run('several c', 1, 1));
    expect(await applied(events)).toBe(6);
    expect(await Promise.all(['several a', 'several b', 'several c'].map(said))).toEqual([
      [1, 2],
      [1, 2, 3],
      [1],
    ]);
    expect([await cursor('several b'), await known(events)]).toEqual([3, 6]);
    expect(await applied(events)).toBe(0);
  });

  it('do not wait for those of a stream that are not the next ones', async () => {
    const [next, gap, torn, late] = [
      run('next', 1, 2),
      run('gap', 2, 3),
      run('torn', 1, 3),
      run('late', 1, 2),
    ];
    await database.inbox.apply(late[0], repeating());
    const batch = mixed(next, gap, [torn[0], ...torn.slice(2)], late);
    const ids = await database.inbox.applyBatch(batch, { react: repeating() });
    expect(ids).toEqual(new Set(next.map(({ id }) => id)));
    expect(await Promise.all(['next', 'gap', 'torn', 'late'].map(cursor))).toEqual([2, 0, 0, 1]);
    expect([await known(gap), await known(torn), await known(late)]).toEqual([0, 0, 1]);
  });

  it('say of what they decide which of them was the cause', async () => {
    const events = mixed(run('caused a', 1, 1), run('caused b', 1, 1));
    await database.inbox.applyBatch(events, { react: repeating() }, ({ stream }) => `because of ${stream}`);
    const { rows: decided } = await admin.query<{ traceparent: string }>(
      `select traceparent from event where stream like 'about caused%' order by stream`,
    );
    expect(decided.map(({ traceparent }) => traceparent)).toEqual([
      'because of caused a',
      'because of caused b',
    ]);
  });

  it('are refused together when their reactions would lock streams out of order', async () => {
    const events = mixed(run('order a', 1, 1), run('order b', 1, 1));
    const backwards: Reaction = async ({ stream }, _tx, open) => {
      await open(stream === 'order a' ? 'locked z' : 'locked a');
    };
    await expect(applied(events, backwards)).rejects.toBeInstanceOf(LocksOutOfOrder);
    expect([await cursor('order a'), await known(events)]).toEqual([0, 0]);
    expect(await database.inbox.apply(events[0], backwards)).toEqual({ outcome: 'applied' });
  });

  it.each([
    ['applied', (events: EventBatch) => applied(events)],
    ['noted', noted],
  ])('are %s once when many try at the same time, in every order', async (way, attempt) => {
    const streams = Array.from({ length: 6 }, (_, index) => `raced ${way} ${index}`);
    for (const [from, to] of [
      [1, 2],
      [3, 3],
      [4, 9],
    ] as const) {
      const runs = streams.map((stream) => run(stream, from, to));
      const orders = Array.from({ length: 12 }, (_, turn) =>
        mixed(...(turn % 2 === 0 ? runs : runs.toReversed()), run(`alone ${way} ${turn} ${from}`, 1, 1)),
      );
      const counts = await Promise.all(orders.map(attempt));
      const all = runs.flat().length;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all + orders.length);
      expect(await Promise.all(streams.map(cursor))).toEqual(streams.map(() => to));
    }
  });
});

describe('events that are only noted', () => {
  it('move the cursor from the first event of a stream on, and are known', async () => {
    const [first, later] = [run('noted', 1, 2), run('noted', 3, 6)];
    expect(await noted(first)).toBe(2);
    expect(await noted(later)).toBe(4);
    expect([await cursor('noted'), await known(first), await known(later)]).toEqual([6, 2, 4]);
    expect(await noted(later)).toBe(0);
    expect(await database.inbox.apply(later[0], repeating())).toEqual({ outcome: 'duplicate' });
    expect(await database.inbox.apply(heard('noted', 7), repeating())).toEqual({ outcome: 'applied' });
    expect(await said('noted')).toEqual([7]);
  });

  it('are noted of several streams at once: begun, under way, not the next', async () => {
    await noted(run('under way', 1, 2));
    const [begun, later] = [run('begun', 1, 2), run('under way', 3, 4)];
    expect(await noted(mixed(begun, later, run('not next', 3, 3)))).toBe(4);
    const [more, both] = [run('begun', 3, 3), run('under way', 5, 5)];
    expect(await noted(mixed(more, both, run('under way too', 2, 2)))).toBe(2);
    expect(await Promise.all(['begun', 'under way', 'not next'].map(cursor))).toEqual([3, 5, 0]);
    expect([await known(begun), await known(later), await known(more)]).toEqual([2, 2, 1]);
  });

  it('make no cursor for a stream whose beginning is missing', async () => {
    const events = run('beginning missing', 2, 3);
    expect(await noted(events)).toBe(0);
    expect(await known(events)).toBe(0);
    const made = await admin.query('select 1 from consumed where stream = $1', ['beginning missing']);
    expect(made.rowCount).toBe(0);
    expect(await database.inbox.apply(events[0], repeating())).toEqual({ outcome: 'gap', fromVersion: 1 });
  });

  it('stay what they are, whatever their stream is called', async () => {
    const stream = `it's \\ "quoted"; select 1`;
    expect(await noted(run(stream, 1, 1))).toBe(1);
    expect(await cursor(stream)).toBe(1);
  });

  it('are noted once when many try at the same time', async () => {
    const events = run('raced', 1, 3);
    const answers = await Promise.all(Array.from({ length: 8 }, () => noted(events)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect([await cursor('raced'), await known(events)]).toEqual([3, 3]);
  });
});

describe('a backend that dies', () => {
  it.each(['applyBatch', 'noteBatch'] as const)(
    'under %s leaves all or nothing, and a repetition ends it',
    async (way) => {
      const [stream, beside] = [`dying under ${way}`, `dying beside under ${way}`];
      for (const one of [stream, beside]) await noted(run(one, 1, 1));
      const events = mixed(run(stream, 2, 4), run(beside, 2, 3));
      const attempt = async (): Promise<boolean> =>
        (way === 'noteBatch' ? await noted(events) : await applied(events)) === events.length;
      let kills = 0;
      for (let survived = false; !survived; kills += 1) {
        killBefore(kills + 1);
        survived = await attempt().catch((error: unknown) => {
          expect(error).toBeInstanceOf(DatabaseUnavailable);
          return false;
        });
        beforeStatement = () => Promise.resolve();
        if (!survived)
          expect([await said(stream), await cursor(stream), await known(events)]).toEqual([[], 1, 0]);
      }
      expect(kills).toBeGreaterThan(way === 'noteBatch' ? 1 : 6);
      expect([await cursor(stream), await cursor(beside), await known(events)]).toEqual([4, 3, 5]);
      expect(await said(stream)).toEqual(way === 'noteBatch' ? [] : [2, 3, 4]);
    },
  );
});

it('lets go what it locked when the process that applies them is paused, before others give up', async () => {
  const [locked, paused] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const applying = applied(mixed(run('paused a', 1, 1), run('paused b', 1, 1)), async (_event, _tx, open) => {
    await open('held by a paused process');
    locked.resolve();
    await paused.promise;
  });
  const unavailable = expect(applying).rejects.toBeInstanceOf(DatabaseUnavailable);
  await locked.promise;
  const by = { tenant: TENANT, actor: systemActor('archive'), at: new Date() };
  await database.uow.act(by, 'held by a paused process', () => Promise.resolve());
  paused.resolve();
  await unavailable;
});

/** Kills the backend before the `at`-th statement from now. */
function killBefore(at: number): void {
  let seen = 0;
  beforeStatement = async ({ client }) => {
    seen += 1;
    if (seen !== at) return;
    const { rows: pids } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    await admin.query('select pg_terminate_backend($1, 5000)', [pids[0]?.pid]);
  };
}
