import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { EventEnvelope, EventRun } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import type { Reaction } from '@huiyin/kernel/unit-of-work';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../src/database.ts';
import type { StatementHook } from '../src/query.ts';
import { rows } from '../src/query.ts';

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
function run(stream: string, from: number, to: number): EventRun {
  const events = Array.from({ length: to - from + 1 }, (_, index) => heard(stream, from + index));
  return events as unknown as EventRun;
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

const cursor = (stream: string): Promise<number> => database.inbox.cursor(TENANT, 'intake', stream);

/** How many of these events the inbox knows. */
async function known(events: EventRun): Promise<number> {
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
    expect(await database.inbox.applyRun(events, { react: repeating() })).toBe(true);
    expect(await said('together')).toEqual([1, 2, 3, 4, 5]);
    expect(await cursor('together')).toBe(5);
    expect(await known(events)).toBe(5);
    expect(await database.inbox.applyRun(events, { react: repeating() })).toBe(false);
    expect(await database.inbox.apply(events[0], repeating())).toEqual({ outcome: 'duplicate' });
    expect(await said('together')).toEqual([1, 2, 3, 4, 5]);
  });

  it('are given at once to a reaction that can take them so', async () => {
    const events = run('at once', 1, 3);
    const applied = await database.inbox.applyRun(events, {
      react: () => Promise.reject(new Error('was asked about one')),
      reactToRun: async (all, _tx, open) => {
        const versions = all.map(({ version }) => version).join('');
        await (
          await open('about at once')
        ).append({ type: 'case-sealed', payload: { version: Number(versions) } });
      },
    });
    expect(applied).toBe(true);
    expect([await said('at once'), await cursor('at once')]).toEqual([[123], 3]);
  });

  it('leave nothing when one of them cannot be taken; each alone then gets as far as that one', async () => {
    const events = run('failing', 1, 4);
    await expect(database.inbox.applyRun(events, { react: repeating(3) })).rejects.toThrow(
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
    expect(await database.inbox.applyRun(events, { react: repeating() })).toBe(false);
    expect(await database.inbox.note(events)).toBe(false);
    expect([await said(stream), await cursor(stream), await known(events)]).toEqual([[1], 1, 0]);
  });
});

describe('events that are only noted', () => {
  it('move the cursor from the first event of a stream on, and are known', async () => {
    const [first, later] = [run('noted', 1, 2), run('noted', 3, 6)];
    expect(await database.inbox.note(first)).toBe(true);
    expect(await database.inbox.note(later)).toBe(true);
    expect([await cursor('noted'), await known(first), await known(later)]).toEqual([6, 2, 4]);
    expect(await database.inbox.note(later)).toBe(false);
    expect(await database.inbox.apply(later[0], repeating())).toEqual({ outcome: 'duplicate' });
    expect(await database.inbox.apply(heard('noted', 7), repeating())).toEqual({ outcome: 'applied' });
    expect(await said('noted')).toEqual([7]);
  });

  it('make no cursor for a stream whose beginning is missing', async () => {
    const events = run('beginning missing', 2, 3);
    expect(await database.inbox.note(events)).toBe(false);
    expect(await known(events)).toBe(0);
    const made = await admin.query('select 1 from consumed where stream = $1', ['beginning missing']);
    expect(made.rowCount).toBe(0);
    expect(await database.inbox.apply(events[0], repeating())).toEqual({ outcome: 'gap', fromVersion: 1 });
  });

  it('stay what they are, whatever their stream is called', async () => {
    const stream = `it's \\ "quoted"; select 1`;
    expect(await database.inbox.note(run(stream, 1, 1))).toBe(true);
    expect(await cursor(stream)).toBe(1);
  });

  it('are noted once when many try at the same time', async () => {
    const events = run('raced', 1, 3);
    const answers = await Promise.all(Array.from({ length: 8 }, () => database.inbox.note(events)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect([await cursor('raced'), await known(events)]).toEqual([3, 3]);
  });
});

describe('a backend that dies', () => {
  it.each(['applyRun', 'note'] as const)(
    'under %s leaves all or nothing, and a repetition ends it',
    async (way) => {
      const events = run(`dying under ${way}`, 1, 3);
      const [{ stream }] = events;
      const attempt = (): Promise<boolean> =>
        way === 'note'
          ? database.inbox.note(events)
          : database.inbox.applyRun(events, { react: repeating() });
      let kills = 0;
      for (let survived = false; !survived; kills += 1) {
        killBefore(kills + 1);
        survived = await attempt().catch((error: unknown) => {
          expect(error).toBeInstanceOf(DatabaseUnavailable);
          return false;
        });
        beforeStatement = () => Promise.resolve();
        if (!survived)
          expect([await said(stream), await cursor(stream), await known(events)]).toEqual([[], 0, 0]);
      }
      expect(kills).toBeGreaterThan(way === 'note' ? 1 : 6);
      expect([await cursor(stream), await known(events)]).toEqual([3, 3]);
      expect(await said(stream)).toEqual(way === 'note' ? [] : [1, 2, 3]);
    },
  );
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
