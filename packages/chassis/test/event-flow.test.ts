import { randomUUID } from 'node:crypto';
import { connectBus } from '@huiyin/bus/connect';
import { startConsumer, type RunningConsumer } from '@huiyin/bus/consume';
import { eventPublisher } from '@huiyin/bus/publish';
import { ensureStream } from '@huiyin/bus/streams';
import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import { systemClock } from '@huiyin/kernel/clock';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Reaction } from '@huiyin/kernel/unit-of-work';
import { verifyAudit } from '@huiyin/postgres/audit';
import { openDatabase, type Database } from '@huiyin/postgres/database';
import { execute, maybeRow, rows } from '@huiyin/postgres/query';
import { replayEvents } from '@huiyin/postgres/replay';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { waitFor } from '@huiyin/testkit/wait-for';
import type { NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { deliver, deliverBatch } from '../src/deliver.ts';
import { createRefill } from '../src/refill.ts';

/** 100,000 events: racing writers append ten at a time to a few hundred cases. */
const COMMANDS = 10_000;
const EVENTS_A_COMMAND = 10;
const CASES = 250;
const WRITERS = 16;
const TENANT = 'donghu';

// A tenant's own words keep runs on one broker apart.
const SOURCE: ServiceName = 'intake';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let writing: TestDatabase;
let reading: TestDatabase;
let writer: Database;
let reader: Database;
let connection: NatsConnection;
const consumers: RunningConsumer[] = [];
/** Events that were applied in one transaction with others. */
let appliedTogether = 0;
/** Cases whose version 3 cannot be applied until it is healed. */
const poisoned = new Set<string>();

beforeAll(async () => {
  [writing, reading] = await Promise.all([freshDatabase('intake'), freshDatabase('archive')]);
  const common = {
    encode: (event: { payload: object }) => ({ ...event.payload }),
    clock: systemClock,
    onError: fail,
  };
  writer = openDatabase({ service: SOURCE, url: writing.appUrl, relayUrl: writing.relayUrl, ...common });
  reader = openDatabase({ service: 'archive', url: reading.appUrl, relayUrl: reading.relayUrl, ...common });
  connection = await connectBus({ url: inject('nats'), name: 'event-flow', log: quiet });
  await ensureStream(connection, { service: SOURCE, log: quiet });
  startFaultyRelay();
  for (let replica = 0; replica < 2; replica += 1) consumers.push(startReplica());
});

afterAll(async () => {
  await Promise.all(consumers.map((consumer) => consumer.stop()));
  await writer.close();
  await reader.close();
  await connection.close();
  await Promise.all([writing.drop(), reading.drop()]);
});

function fail(message: string, error: unknown): void {
  console.error(message, error);
}

/**
 * Publishes for real, every other time in the wrong order, then forgets one acknowledgement in fifty, as a crash between
 * publish and mark does.
 */
function startFaultyRelay(): void {
  const publisher = eventPublisher(connection);
  let n = 0;
  let batches = 0;
  writer.startRelay(async (events) => {
    batches += 1;
    const outcomes = await publisher.publish(batches % 2 === 0 ? events : events.toReversed());
    return outcomes.filter((outcome) => outcome.sent && (n += 1) % 50 !== 0).map(({ id }) => id);
  });
}

/** The effect of an event: one row that would show a second application as a conflict, and a lost one as a hole. */
const effect: Reaction = async (event: EventEnvelope, tx) => {
  if (event.version === 3 && poisoned.has(event.stream)) throw new Error('cannot digest this one');
  await execute(
    tx,
    `insert into case_fact (tenant, case_id, service, version, event_id, type, occurred_at, recorded_at, person_id,
       roles, traceparent, hash, payload)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'p', '{}', '', $9, $10)`,
    [
      event.tenant,
      event.stream,
      event.service,
      event.version,
      event.id,
      event.type,
      event.occurredAt,
      event.recordedAt,
      event.hash,
      JSON.stringify(event.payload),
    ],
  );
};

/** One replica of the consumer; it forgets to acknowledge one event in forty after having applied it. */
function startReplica(): RunningConsumer {
  const reaction: SourceReaction = { source: SOURCE, concerns: () => true, react: effect };
  const reactions = new Map([[SOURCE, reaction]]);
  const refill = createRefill({
    inbox: reader.inbox,
    reactions,
    fetchEvents: (_owner, { tenant, stream, version }) =>
      writer.uow.read(tenant, (tx) => replayEvents(tx, SOURCE, { tenant, stream, version, limit: 500 })),
  });
  let n = 0;
  return startConsumer(connection, {
    source: SOURCE,
    consumer: 'archive',
    log: quiet,
    handle: async (event) => {
      const answer = await deliver({ inbox: reader.inbox, refill, reaction }, event);
      return (n += 1) % 40 === 0 ? { retryAfterMs: 1 } : answer;
    },
    handleBatch: async (batch, causeOf) => {
      const answer = await deliverBatch({ inbox: reader.inbox, refill, reaction }, batch, causeOf);
      if ('size' in answer) appliedTogether += answer.size;
      return (n += 1) % 40 === 0 ? { retryAfterMs: 1 } : answer;
    },
    onDead: async ({ event, error, attempts }) => {
      if (event !== undefined) await reader.inbox.bury(event, String(error), attempts);
    },
  });
}

async function write(stream: string, count: number): Promise<void> {
  const ctx = {
    tenant: TENANT,
    actor: { accountId: 'a', personId: 'p', roles: [] },
    at: new Date('2026-01-05T01:00:00Z'),
    idempotencyKey: randomUUID(),
    method: 'write',
    requestHash: '',
    traceparent: '',
  };
  const answer = await writer.uow.command(ctx, stream, async (_tx, open) => {
    await open.append(
      ...Array.from({ length: count }, (_, i) => ({ type: 'suggestion-drafted', payload: { i } })),
    );
    return { id: stream };
  });
  if (isRejection(answer)) throw new Error(answer.code);
}

const applied = (where: string): Promise<number> =>
  reader.uow.read(TENANT, async (tx) => {
    const row = await maybeRow<{ count: number }>(
      tx,
      `select count(*) as count from case_fact where ${where}`,
    );
    return row?.count ?? 0;
  });

describe('events from commit to effect', () => {
  it('sets a poisonous event aside, lets other cases flow, and replays it with what waited behind it', async () => {
    const sick = randomUUID();
    const healthy = randomUUID();
    poisoned.add(sick);
    await write(sick, 6);
    await write(healthy, 6);
    await waitFor('the healthy case', async () => (await applied(`case_id = '${healthy}'`)) === 6);
    const letters = () =>
      reader.uow.read(TENANT, (tx) =>
        rows<{ version: number; event_id: string; error: string }>(
          tx,
          'select version, event_id, error from dead_letter where resolved_at is null order by version',
        ),
      );
    await waitFor('the dead letters', async () => (await letters()).length === 4, 90_000);
    expect((await letters()).map(({ version }) => version)).toEqual([3, 4, 5, 6]);
    const [own, ...behind] = (await letters()).map(({ error }) => error);
    expect(own).not.toMatch(/version \d/);
    // Each waits behind the one at fault, or died of asking for it.
    for (const error of behind)
      expect(error).toMatch(/waits behind version|version 3 could not be applied: /);
    expect(await applied(`case_id = '${sick}'`)).toBe(2);

    poisoned.delete(sick);
    const events = await writer.uow.read(TENANT, (tx) =>
      replayEvents(tx, SOURCE, { tenant: TENANT, stream: sick, version: 3, limit: 10 }),
    );
    for (const event of events)
      expect(await reader.inbox.apply(event, effect)).toEqual({ outcome: 'applied' });
    expect(await applied(`case_id = '${sick}'`)).toBe(6);
  }, 120_000);

  it('gives 100,000 events of racing writers one effect each, in the order of their case', async () => {
    const before = await applied('true');
    const cases = Array.from({ length: CASES }, () => randomUUID());
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < COMMANDS) {
        const index = next;
        next += 1;
        await write(cases[index % CASES] as string, EVENTS_A_COMMAND);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, work));
    const total = before + COMMANDS * EVENTS_A_COMMAND;
    await waitFor('every effect', async () => (await applied('true')) === total, 400_000);
    const [hole] = await reader.uow.read(TENANT, (tx) =>
      rows(
        tx,
        `select case_id from case_fact group by case_id
         having count(*) <> max(version) or count(distinct event_id) <> count(*) limit 1`,
      ),
    );
    expect(hole).toBeUndefined();
    expect(appliedTogether).toBeGreaterThan(EVENTS_A_COMMAND);
    const report = await writer.uow.read(TENANT, (tx) => verifyAudit(tx, SOURCE, TENANT));
    expect(report).toMatchObject({ events: total, differences: [] });
  }, 600_000);
});
