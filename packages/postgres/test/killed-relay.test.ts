import { systemActor } from '@huiyin/kernel/actor';
import { accepted } from '@huiyin/testkit/accepted';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { Observer } from '@huiyin/testkit/observer';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyAudit } from '../src/audit.ts';
import { openDatabase, type Database } from '../src/database.ts';
import { maybeRow } from '../src/query.ts';

const TENANT = 'donghu';
const EVENTS_A_ROUND = 3;
const MAX_STATEMENTS = 100;
const TIMEOUT_MS = 180_000;

let target: TestDatabase;
let database: Database;
let observer: Observer;
/** System time; a round later everything is due again. */
let now = new Date('2026-01-05T01:00:00Z');
/** The statement of the relay before which its backend dies. */
let killAt = 0;
/** What the relay has sent this round. */
let sent: string[] = [];
const published = new Map<string, number>();

beforeAll(async () => {
  target = await freshDatabase('intake');
  observer = new Observer(target.appUrl);
  database = openDatabase({
    ...{ service: 'intake', url: target.appUrl, relayUrl: target.relayUrl },
    encode: ({ payload }) => ({ ...payload }),
    clock: { now: () => now },
    // The relay says that it stumbled; that is what is asked of it here.
    onError: () => undefined,
    beforeStatement: async ({ sql, client }) => {
      if (killAt === 0) return;
      sent.push(sql);
      if (sent.length === killAt) await observer.kill(client, { untilGone: true });
    },
  });
});
afterAll(async () => {
  await observer.close();
  await database.close();
  await target.drop();
});

async function write(round: number): Promise<void> {
  for (let n = 0; n < EVENTS_A_ROUND; n += 1) {
    const ctx = {
      ...{ tenant: TENANT, actor: systemActor('intake'), at: now, idempotencyKey: `${round} ${n}` },
      ...{ method: '/test', requestHash: '', traceparent: '' },
    };
    const work = database.uow.command(ctx, `case-${n}`, async (_tx, stream) => {
      await stream.append({ type: 'suggestion-drafted', payload: { round } });
      return { id: `case-${n}` };
    });
    accepted(await work);
  }
}

/** Whether everything the relay does in a round lies before its first `count` statements. */
function isRoundOver(count: number): boolean {
  const before = sent.slice(0, count - 1);
  const last = before.findIndex((sql) => sql.startsWith('delete from idempotency'));
  return last !== -1 && before.slice(last).includes('commit');
}

/** The relay runs until everything is published and sealed, whatever happened to its backend. */
async function relay(): Promise<void> {
  database.startRelay(async (events) => {
    for (const { id } of events) published.set(id, (published.get(id) ?? 0) + 1);
    return events.map(({ id }) => id);
  });
  // An idle relay looks again and again, so it comes to the statement that is waited for.
  await waitFor('all to be published and sealed', async () => {
    const left = await database.acrossTenants((tx) =>
      maybeRow<{ count: number }>(
        tx,
        'select count(*) as count from event where published_at is null or seal_number is null',
      ),
    );
    return left?.count === 0 && sent.length > killAt;
  });
  await database.stopRelay();
}

it(
  'publishes and seals every event, wherever the backend of the relay is killed',
  async () => {
    let killed = 0;
    for (let at = 1; at < MAX_STATEMENTS; at += 1) {
      killAt = 0;
      now = new Date(now.getTime() + 2 * 3_600_000);
      await write(at);
      [killAt, sent] = [at, []];
      await relay();
      expect(published.size).toBe(at * EVENTS_A_ROUND);
      if (isRoundOver(at)) break;
      killed += 1;
    }
    killAt = 0;
    // Reading and marking, a statement each; sealing and forgetting, each with its begin and commit.
    expect(killed).toBeGreaterThanOrEqual(20);
    const twice = [...published.values()].filter((times) => times > 1).length;
    // Only a kill between publishing and the mark, which is one statement, publishes again.
    expect(twice).toBe(EVENTS_A_ROUND);
    const report = await database.uow.read(TENANT, (tx) => verifyAudit(tx, 'intake', TENANT));
    expect(report).toMatchObject({ events: published.size, differences: [] });
    expect(await observer.idleInTransaction()).toBe(0);
  },
  TIMEOUT_MS,
);
