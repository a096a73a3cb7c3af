import { systemActor } from '@huiyin/kernel/actor';
import { newId } from '@huiyin/kernel/ids';
import { accepted } from '@huiyin/testkit/accepted';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../src/database.ts';
import { maybeRow } from '../src/query.ts';

const BEGIN = new Date();
const DAY_MS = 86_400_000;
const actor = systemActor('intake');

let target: TestDatabase;
let database: Database;
/** System time as this database sees it. */
let now = BEGIN;

beforeAll(async () => {
  target = await freshDatabase('archive');
  database = openDatabase({
    ...{ service: 'archive', url: target.appUrl, relayUrl: target.relayUrl, onError: console.error },
    encode: ({ payload }) => ({ ...payload }),
    clock: { now: () => now },
  });
});
afterAll(async () => {
  await database.close();
  await target.drop();
});

const after = (days: number): Date => new Date(BEGIN.getTime() + days * DAY_MS);

/** One command and one foreign event in each of two tenants. */
async function work(label: string): Promise<void> {
  for (const tenant of ['donghu', 'xiling']) {
    accepted(await send(tenant, label));
    expect(await database.inbox.apply(foreign(tenant, label), async () => undefined)).toEqual({
      outcome: 'applied',
    });
  }
}

function send(tenant: string, key: string) {
  const ctx = { tenant, actor, at: BEGIN, idempotencyKey: key, method: '/test', requestHash: '' };
  return database.uow.command({ ...ctx, traceparent: '' }, key, async (_tx, stream) => {
    await stream.append({ type: 'case-sealed', payload: {} });
    return { id: key };
  });
}

function foreign(tenant: string, stream: string) {
  return {
    ...{
      id: newId(),
      tenant,
      service: 'intake',
      stream,
      version: 1,
      type: 'suggestion-drafted',
      payload: {},
    },
    ...{ actor, occurredAt: BEGIN, recordedAt: BEGIN, traceparent: '', prevHash: '', hash: '' },
  };
}

interface Kept {
  readonly inbox: number;
  readonly idempotency: number;
  readonly events: number;
}

const kept = (): Promise<Kept | undefined> =>
  database.acrossTenants((tx) =>
    maybeRow<Kept>(
      tx,
      `select (select count(*) from inbox) as inbox, (select count(*) from idempotency) as idempotency,
         (select count(*) from event) as events`,
    ),
  );

/** A relay runs for a while on a day. */
async function relayOn(day: Date, until: (found: Kept) => boolean): Promise<Kept> {
  now = day;
  database.startRelay(async (events) => events.map(({ id }) => id));
  try {
    return await waitFor('the housekeeping', async () => {
      const found = await kept();
      return found !== undefined && until(found) && found;
    });
  } finally {
    await database.stopRelay();
  }
}

/** Inbox rows bear the database's own time, which does not pass by our word. */
async function ageInbox(days: number): Promise<void> {
  const admin = new pg.Client({ connectionString: target.adminUrl });
  await admin.connect();
  await admin.query(`update inbox set received_at = received_at - make_interval(days => $1)`, [days]);
  await admin.end();
}

describe('housekeeping', () => {
  it('forgets keys after 30 days and inbox rows after 90, of every tenant, and events never', async () => {
    await work('old');
    await ageInbox(10);
    now = after(10);
    await work('young');
    expect(await kept()).toEqual({ inbox: 4, idempotency: 4, events: 4 });
    expect(await relayOn(after(31), ({ idempotency }) => idempotency < 4)).toEqual({
      ...{ inbox: 4, idempotency: 2, events: 4 },
    });
    expect(await relayOn(after(81), ({ inbox }) => inbox < 4)).toEqual({
      ...{ inbox: 2, idempotency: 0, events: 4 },
    });
  });

  it('still knows an event whose inbox row is gone', async () => {
    const again = await database.inbox.apply(foreign('donghu', 'old'), async () => {
      throw new Error('applied twice');
    });
    expect(again).toEqual({ outcome: 'duplicate' });
  });
});
