import type { CommandContext } from '@huiyin/kernel/command-context';
import { systemClock } from '@huiyin/kernel/clock';
import type { NewEvent } from '@huiyin/kernel/event';
import { isRejection, reject } from '@huiyin/kernel/rejection';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { waitFor } from '@huiyin/testkit/wait-for';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../src/audit.ts';
import { openDatabase, type Database } from '../src/database.ts';

const opened = (n: number): NewEvent => ({ type: 'suggestion-drafted', payload: { n } });
const encode = (event: NewEvent) => ({ ...event.payload });

function context(idempotencyKey: string, more: Partial<CommandContext> = {}): CommandContext {
  return {
    tenant: 'donghu',
    actor: { accountId: 'account-lin', personId: 'lin', roles: ['deputy'] },
    at: new Date('2026-01-05T01:00:00Z'),
    idempotencyKey,
    method: '/huiyin.test/Write',
    requestHash: 'a',
    traceparent: '',
    ...more,
  };
}

/** A value that differs from the one in a column of this type. */
const OTHER_VALUES: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  // The position is the server's to give; it gives another one.
  bigint: (column) => (column === 'position' ? 'default' : `${column} + 1`),
  uuid: () => 'gen_random_uuid()',
  jsonb: () => `'{"other": 1}'`,
  'text[]': () => `'{other}'`,
  'timestamp(3) with time zone': (column) => `${column} + interval '1 day'`,
};

let target: TestDatabase;
let database: Database;
const published: string[] = [];

beforeAll(async () => {
  target = await freshDatabase('intake');
  database = openDatabase({
    service: 'intake',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode,
    clock: systemClock,
    onError: (message, error) => console.error(message, error),
  });
  database.startRelay(async (events) => {
    published.push(...events.map(({ id }) => id));
    return events.map(({ id }) => id);
  });
});

afterAll(async () => {
  await database.close();
  await target.drop();
});

const write = (key: string, stream: string, more: Partial<CommandContext> = {}) =>
  database.uow.command(context(key, more), stream, async (_tx, open) => {
    await open.append(opened(1));
    return { id: stream };
  });

describe('the write path', () => {
  it('gives the same key sent four times at once one effect and one answer', async () => {
    const answers = await Promise.all(['k', 'k', 'k', 'k'].map((key) => write(key, 'case-1')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ id: 'case-1', service: 'intake', version: 1 });
  });

  it('gives a decision about many streams those that nobody holds, and writes all of it or nothing', async () => {
    for (const id of ['many-1', 'many-2', 'many-3']) await write(id, id);
    const ids = ['many-3', 'many-1', 'many-2', 'many-unknown'];
    const holder = new pg.Client({ connectionString: target.adminUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query(`select 1 from stream where id = 'many-2' for update`);
    const by = { ...context('none'), at: new Date('2026-01-06T01:00:00Z') };
    const got = await database.uow.actOnFree(by, ids, async (_tx, streams) => {
      for (const stream of streams) await stream.append(opened(2), opened(3));
      return streams.map(({ id, version }) => `${id} ${version}`);
    });
    await holder.query('rollback');
    expect(got).toEqual(['many-1 1', 'many-3 1']);

    const broken = database.uow.actOnFree(by, ids, async (_tx, streams) => {
      for (const stream of streams) await stream.append(opened(4));
      throw new Error('one of them fails');
    });
    await expect(broken).rejects.toThrow('one of them fails');
    const { rows: heads } = await holder.query<{ id: string; version: string; events: string }>(
      `select s.id, s.version, (select count(*) from event e where e.stream = s.id) as events
       from stream s where s.id like 'many-%' order by s.id`,
    );
    await holder.end();
    expect(heads.map(({ id, version, events }) => [id, version, events])).toEqual([
      ['many-1', '3', '3'],
      ['many-2', '1', '1'],
      ['many-3', '3', '3'],
    ]);
    const audit = await database.uow.read('donghu', (tx) => verifyAudit(tx, 'intake', 'donghu'));
    expect(audit.differences).toEqual([]);
  });

  it('refuses a key that came before with another body', async () => {
    await write('k2', 'case-2');
    const again = await write('k2', 'case-2', { requestHash: 'b' });
    expect(isRejection(again) && again.code).toBe('idempotency-key-reused');
  });

  it('tells a version to nobody who may not do the act, or for whom there is nothing', async () => {
    await write('k6', 'case-6');
    for (const kind of ['forbidden', 'not-found'] as const) {
      const ctx = context(`k6-${kind}`, { expectedVersion: 0 });
      const refused = await database.uow.command(ctx, 'case-6', () =>
        Promise.resolve(reject(kind, 'no', '不可以')),
      );
      expect(refused).toMatchObject({ kind, code: 'no' });
    }
  });

  it('refuses a stale If-Match and stores nothing, not even the key', async () => {
    await write('k3', 'case-3');
    const stale = await write('k4', 'case-3', { expectedVersion: 0 });
    expect(isRejection(stale) && stale.code).toBe('version-stale');
    expect(await write('k4', 'case-3', { expectedVersion: 1 })).toMatchObject({ version: 2 });
  });

  it('rolls a refused command back whole', async () => {
    const refused = await database.uow.command(context('k5'), 'case-5', async (_tx, open) => {
      await open.append(opened(1));
      return reject('wrong-state', 'not-now', '现在不能');
    });
    expect(isRejection(refused)).toBe(true);
    expect(await write('k5', 'case-5')).toMatchObject({ version: 1 });
  });

  it('asks to come again with the same key when a lock is held for longer than a statement may take', async () => {
    await write('k7', 'case-7');
    const holder = new pg.Client({ connectionString: target.adminUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query(`select 1 from stream where id = 'case-7' for update`);
    const refused = await write('k8', 'case-7');
    await holder.query('rollback');
    await holder.end();
    expect(refused).toMatchObject({ kind: 'unavailable', code: 'busy', detail: { outcome: 'rolled-back' } });
    expect(await write('k8', 'case-7')).toMatchObject({ version: 2 });
  });

  it('publishes every committed event of racing writers and keeps each chain contiguous', async () => {
    const before = published.length;
    const waiting = Array.from({ length: 400 }, (_, i) => i).values();
    const answers: unknown[] = [];
    // Twice as many writers as connections: some always wait for one, none so long that it is sent away.
    const writer = async (): Promise<void> => {
      for (const i of waiting) answers.push(await write(`race-${i}`, `race-${i % 20}`));
    };
    await Promise.all(Array.from({ length: 16 }, writer));
    expect(answers.filter(isRejection)).toEqual([]);
    await waitFor('all to be published', async () => published.length >= before + 400);
    expect(new Set(published).size).toBe(published.length);
    const report = await database.uow.read('donghu', (tx) => verifyAudit(tx, 'intake', 'donghu'));
    expect(report.differences).toEqual([]);
  });

  it('shows nothing of one tenant to another', async () => {
    const report = await database.uow.read('xiling', (tx) => verifyAudit(tx, 'intake', 'donghu'));
    expect(report.events).toBe(0);
  });

  it('keeps every column of an event as it was written, but for the marks of its publication and seal', async () => {
    const admin = new pg.Client({ connectionString: target.adminUrl });
    await admin.connect();
    try {
      const { rows } = await admin.query<{ name: string; type: string }>(
        `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
         where attrelid = 'event'::regclass and attnum > 0 and not attisdropped
           and attname not in ('published_at', 'seal_number', 'seal_index')`,
      );
      expect(rows).toHaveLength(16);
      for (const { name, type } of rows) {
        const change = admin.query(`update event set ${name} = ${OTHER_VALUES[type]?.(name) ?? 'null'}`);
        await expect(change, name).rejects.toThrow(/is history/);
      }
    } finally {
      await admin.end();
    }
  });

  it('lets nobody but a superuser with triggers off rewrite history, and names what was rewritten', async () => {
    const owner = new pg.Client({ connectionString: target.ownerUrl });
    await owner.connect();
    await owner.query("select set_config('huiyin.tenant', 'donghu', false)");
    await expect(owner.query(`update event set reason = 'x'`)).rejects.toThrow(/is history/);
    await expect(owner.query('delete from event')).rejects.toThrow(/never removed/);
    await expect(owner.query('truncate event')).rejects.toThrow(/never removed/);
    await owner.end();

    const admin = new pg.Client({ connectionString: target.adminUrl });
    await admin.connect();
    await admin.query("set session_replication_role = 'replica'");
    await admin.query(`update event set payload = '{"n":2}' where stream = 'race-7' and version = 3`);
    await admin.end();
    const report = await database.uow.read('donghu', (tx) => verifyAudit(tx, 'intake', 'donghu'));
    expect(report.differences).toMatchObject([{ stream: 'race-7', version: 3, what: 'hash' }]);
  });
});
