import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import { accepted } from '@huiyin/testkit/accepted';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit, type AuditReport } from '../src/audit.ts';
import { openDatabase, type Database } from '../src/database.ts';
import { createPool } from '../src/pool.ts';
import { sealTenants } from '../src/sealer.ts';

const TENANT = 'donghu';
const STREAMS = ['case-1', 'case-2', 'case-3'];
const VERSIONS = 4;

let target: TestDatabase;
let database: Database;
/** Past triggers and rights, as an intruder who has become superuser. */
let intruder: pg.Client;

beforeAll(async () => {
  target = await freshDatabase('intake');
  const common = { clock: systemClock, onError: console.error };
  const encode = ({ payload }: { payload: object }) => ({ ...payload });
  database = openDatabase({
    ...{ ...common, service: 'intake', url: target.appUrl, relayUrl: target.relayUrl, encode },
  });
  const pool = createPool({
    ...{ url: target.relayUrl, size: 1, applicationName: 'sealer', statementTimeoutMs: 10_000 },
    onIdleError: console.error,
  });
  // A seal after each round: four seals, each over one event of every case.
  for (let version = 1; version <= VERSIONS; version += 1) {
    for (const stream of STREAMS) await write(stream, version);
    await sealTenants({ pool, clock: systemClock });
  }
  await pool.end();
  intruder = new pg.Client({ connectionString: target.adminUrl });
  await intruder.connect();
  await intruder.query(`set session_replication_role = 'replica'`);
});
afterAll(async () => {
  await intruder.end();
  await database.close();
  await target.drop();
});

async function write(stream: string, n: number): Promise<void> {
  const ctx = {
    ...{ tenant: TENANT, actor: systemActor('intake'), at: new Date('2026-01-05T01:00:00Z') },
    ...{ idempotencyKey: `${stream} ${n}`, method: '/test', requestHash: '', traceparent: '' },
  };
  const event = { type: 'suggestion-drafted', payload: { n, text: `第${n}稿` } };
  const work = database.uow.command(ctx, stream, async (_tx, open) => {
    await open.append(event);
    return { id: stream };
  });
  accepted(await work);
}

/** What the audit says after a change by SQL; everything is as before afterwards. */
async function after(...changes: readonly string[]): Promise<AuditReport> {
  const saved = ['event', 'seal', 'stream'];
  for (const table of saved) await intruder.query(`create temp table kept_${table} as table ${table}`);
  try {
    for (const change of changes) await intruder.query(change);
    return await database.uow.read(TENANT, (tx) => verifyAudit(tx, 'intake', TENANT));
  } finally {
    for (const table of saved) {
      await intruder.query(`delete from ${table}`);
      await intruder.query(`insert into ${table} overriding system value table kept_${table}`);
      await intruder.query(`drop table kept_${table}`);
    }
  }
}

const at = (stream: string, version: number, what: string) =>
  expect.objectContaining({ stream, version, what });

describe('the audit', () => {
  it('finds nothing in an untouched record, and counts what it verified', async () => {
    expect(await after()).toEqual({ events: 12, streams: 3, seals: 4, differences: [] });
  });

  it.each([
    ['payload', `payload = jsonb_set(payload, '{text}', '"第2稿。"')`],
    ['type', `type = 'suggestion-submitted'`],
    ['person', `person_id = 'somebody'`],
    ['roles', `roles = '{operator}'`],
    ['business time', `occurred_at = occurred_at + interval '1 millisecond'`],
    ['reason', `reason = 'x'`],
  ])('names the event whose %s was changed', async (_what, change) => {
    const { differences } = await after(`update event set ${change} where stream = 'case-2' and version = 2`);
    expect(differences).toEqual([at('case-2', 2, 'hash')]);
  });

  it('names the broken link and the seal when a changed event was given a new hash', async () => {
    const { differences } = await after(
      `update event set hash = repeat('a', 64) where stream = 'case-2' and version = 2`,
    );
    expect(differences).toEqual([at('case-2', 2, 'hash'), at('case-2', 3, 'link'), at('seal:2', 2, 'seal')]);
  });

  it('names the hole where an event was removed, and its seal', async () => {
    const { differences } = await after(`delete from event where stream = 'case-1' and version = 3`);
    expect(differences).toEqual([at('case-1', 4, 'gap'), at('seal:3', 3, 'seal')]);
  });

  it('names the end that was cut off', async () => {
    const { differences } = await after(`delete from event where stream = 'case-1' and version = 4`);
    expect(differences).toEqual([at('case-1', 4, 'missing'), at('seal:4', 4, 'seal')]);
  });

  it('names every seal of a case that was removed whole', async () => {
    const { differences } = await after(
      `delete from event where stream = 'case-3'`,
      `delete from stream where id = 'case-3'`,
    );
    expect(differences).toEqual([1, 2, 3, 4].map((number) => at(`seal:${number}`, number, 'seal')));
  });

  it.each([
    ['root', `root = repeat('0', 63) || '1'`],
    ['previous root', `prev_root = repeat('0', 63) || '1'`],
    ['count', `event_count = event_count + 1`],
  ])('names the one seal whose %s was changed', async (_what, change) => {
    const { differences } = await after(`update seal set ${change} where number = 2`);
    expect(differences).toEqual([at('seal:2', 2, 'seal')]);
  });

  it.each([2, 4])('names seal %i when it was removed', async (number) => {
    const { differences } = await after(`delete from seal where number = ${number}`);
    expect(differences).toContainEqual(at(`seal:${number}`, number, 'missing'));
  });
});
