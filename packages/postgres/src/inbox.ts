import { systemActor } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import type { EventEnvelope, EventRun } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother, Reacting, Reaction } from '@huiyin/kernel/unit-of-work';
import type pg from 'pg';
import { bury, hasOpenDeadLetter, resolveDeadLetter } from './dead-letters.ts';
import { noteInOneTrip } from './noting.ts';
import { execute, maybeRow, type StatementHook } from './query.ts';
import { OpenStreams, type EncodePayload } from './streams.ts';
import { inTransaction, rollBackWith } from './transaction.ts';

/** What became of one delivered event. */
export type Applied =
  | { readonly outcome: 'applied' | 'duplicate' | 'parked' }
  /** Earlier versions are missing: ask the owner for them from `fromVersion` on. */
  | { readonly outcome: 'gap'; readonly fromVersion: number };

export interface InboxOptions {
  readonly service: string;
  readonly pool: pg.Pool;
  readonly encode: EncodePayload;
  readonly clock: Clock;
  readonly onCommitted: () => void;
  /** The traceparent that events decided while applying one carry; the applied event's own when absent. */
  readonly causeOf?: ((event: EventEnvelope) => string) | undefined;
  readonly beforeStatement?: StatementHook | undefined;
}

export interface Inbox {
  /**
   * Applies a foreign event once, in the order of its stream: inbox row, reaction, own events and cursor in one
   * transaction. Acknowledge to the broker only after this has answered.
   */
  apply(event: EventEnvelope, reaction: Reaction): Promise<Applied>;
  /**
   * Applies events of one stream that follow each other, all in one transaction. False, with nothing done, when they
   * are not the next ones here: `apply` then says of each what it is.
   */
  applyRun(run: EventRun, reacting: Reacting): Promise<boolean>;
  /** Like `applyRun` for events about which nothing is done here: one message to the database and back. */
  note(run: EventRun): Promise<boolean>;
  /** The last version of a foreign stream applied here; 0 when none. */
  cursor(tenant: string, source: string, stream: string): Promise<number>;
  /** Sets an event aside that could not be applied. Later events of its stream are parked behind it. */
  bury(event: EventEnvelope, error: string, attempts: number): Promise<void>;
  /** Marks a dead letter as dealt with, after it has been applied. */
  resolve(event: EventEnvelope, at: Date): Promise<void>;
}

export function createInbox(options: InboxOptions): Inbox {
  const within = <Result>(tenant: string, work: (tx: Tx) => Promise<Result>) =>
    inTransaction({ pool: options.pool, tenant, beforeStatement: options.beforeStatement }, work);

  return {
    async apply(event, reaction) {
      const decided = new Decided(options, { react: reaction });
      const applied = await within(event.tenant, (tx) => applyOnce(options, tx, event, decided));
      decided.committed();
      return applied;
    },
    async applyRun(run, reacting) {
      const decided = new Decided(options, reacting);
      const applied = await within(run[0].tenant, (tx) => applyAll(options, tx, run, decided));
      decided.committed();
      return applied;
    },
    note: (run) => noteInOneTrip(options, run),
    cursor(tenant, source, stream) {
      return within(tenant, (tx) => readCursor(tx, tenant, source, stream));
    },
    bury(event, error, attempts) {
      return within(event.tenant, (tx) => bury(tx, event, { error, attempts, at: options.clock.now() }));
    },
    resolve(event, at) {
      return within(event.tenant, (tx) => resolveDeadLetter(tx, event.service, event.id, at));
    },
  };
}

async function applyOnce(
  options: InboxOptions,
  tx: Tx,
  event: EventEnvelope,
  decided: Decided,
): Promise<Applied> {
  const cursor = await lockCursor(tx, event);
  if (event.version <= cursor) return { outcome: 'duplicate' };
  if (event.version > cursor + 1) return outOfOrder(options, tx, event, cursor);
  const noted = await moveOnAndNote(options, tx, [event]);
  if (noted === 0) return rollBackWith({ outcome: 'duplicate' });
  await decided.about([event], tx);
  return { outcome: 'applied' };
}

async function applyAll(options: InboxOptions, tx: Tx, run: EventRun, decided: Decided): Promise<boolean> {
  const cursor = await lockCursor(tx, run[0]);
  if (run.some(({ version }, index) => version !== cursor + 1 + index)) return rollBackWith(false);
  const noted = await moveOnAndNote(options, tx, run);
  if (noted < run.length) return rollBackWith(false);
  await decided.about(run, tx);
  return true;
}

/**
 * The cursor moves on to the last of the events and their ids are noted, in one round trip under the cursor's lock.
 * Answers how many were new.
 */
function moveOnAndNote(options: InboxOptions, tx: Tx, run: EventRun): Promise<number> {
  const [{ tenant, service, stream }] = run;
  return execute(
    tx,
    `with moved as (
       update consumed set version = $4 where tenant = $1 and source = $2 and stream = $3
     )
     insert into inbox (tenant, source, event_id, received_at)
     select $1, $2, id, $6 from unnest($5::uuid[]) as told(id) on conflict do nothing`,
    [tenant, service, stream, lastVersionOf(run), run.map(({ id }) => id), options.clock.now()],
  );
}

/** What a service decides about foreign events in one transaction. */
class Decided {
  readonly #options: InboxOptions;
  readonly #reacting: Reacting;
  #events = 0;

  constructor(options: InboxOptions, reacting: Reacting) {
    this.#options = options;
    this.#reacting = reacting;
  }

  async about(run: EventRun, tx: Tx): Promise<void> {
    const { react, reactToRun } = this.#reacting;
    if (reactToRun === undefined) {
      for (const event of run) await this.#because(event, tx, (open) => react(event, tx, open));
    } else {
      await this.#because(run.at(-1) ?? run[0], tx, (open) => reactToRun(run, tx, open));
    }
  }

  async #because(event: EventEnvelope, tx: Tx, decide: (open: OpenAnother) => Promise<void>): Promise<void> {
    const { service, clock, causeOf, encode } = this.#options;
    const author = {
      service,
      tenant: event.tenant,
      actor: systemActor(service),
      occurredAt: event.occurredAt,
      recordedAt: clock.now(),
      traceparent: causeOf?.(event) ?? event.traceparent,
    };
    const streams = new OpenStreams(tx, author, encode);
    await decide((id) => streams.open(id));
    this.#events += await streams.flush();
  }

  /** The relay need not look for what was not written. */
  committed(): void {
    if (this.#events > 0) this.#options.onCommitted();
  }
}

function lastVersionOf(run: EventRun): number {
  return (run.at(-1) ?? run[0]).version;
}

/** An event behind a dead letter waits beside it; any other gap is refilled by the owner. */
async function outOfOrder(
  options: InboxOptions,
  tx: Tx,
  event: EventEnvelope,
  cursor: number,
): Promise<Applied> {
  if (await hasOpenDeadLetter(tx, event)) {
    await bury(tx, event, {
      error: `waits behind version ${cursor + 1}`,
      attempts: 0,
      at: options.clock.now(),
    });
    return { outcome: 'parked' };
  }
  return rollBackWith({ outcome: 'gap', fromVersion: cursor + 1 });
}

/**
 * The cursor's row lock makes the events of one foreign stream follow each other, whichever replica has them. Only the
 * first event of a stream has to make it.
 */
async function lockCursor(tx: Tx, event: EventEnvelope): Promise<number> {
  const known = await lockExistingCursor(tx, event);
  if (known !== undefined) return known;
  await execute(
    tx,
    'insert into consumed (tenant, source, stream, version) values ($1, $2, $3, 0) on conflict do nothing',
    [event.tenant, event.service, event.stream],
  );
  return (await lockExistingCursor(tx, event)) ?? 0;
}

async function lockExistingCursor(tx: Tx, event: EventEnvelope): Promise<number | undefined> {
  const row = await maybeRow<{ version: number }>(
    tx,
    'select version from consumed where tenant = $1 and source = $2 and stream = $3 for update',
    [event.tenant, event.service, event.stream],
  );
  return row?.version;
}

async function readCursor(tx: Tx, tenant: string, source: string, stream: string): Promise<number> {
  const row = await maybeRow<{ version: number }>(
    tx,
    'select version from consumed where tenant = $1 and source = $2 and stream = $3',
    [tenant, source, stream],
  );
  return row?.version ?? 0;
}
