import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { Reacting, Reaction } from '@huiyin/kernel/unit-of-work';
import type pg from 'pg';
import { idsIn, movingOn, readCursor, runsOf, type Run, type Runs } from './cursors.ts';
import { bury, hasOpenDeadLetter, resolveDeadLetter } from './dead-letters.ts';
import { Decided, type CauseOf, type DecidingOptions } from './decided.ts';
import { noteInOneTrip } from './noting.ts';
import type { StatementHook } from './query.ts';
import { inTransaction, rollBackWith, type StatementOf } from './transaction.ts';

/** What became of one delivered event. */
export type Applied =
  | { readonly outcome: 'applied' | 'duplicate' | 'parked' }
  /** Earlier versions are missing: ask the owner for them from `fromVersion` on. */
  | { readonly outcome: 'gap'; readonly fromVersion: number };

export interface InboxOptions extends DecidingOptions {
  readonly pool: pg.Pool;
  /** The applied event's own traceparent when absent. */
  readonly causeOf?: CauseOf | undefined;
  readonly beforeStatement?: StatementHook | undefined;
}

export interface Inbox {
  /**
   * Applies a foreign event once, in the order of its stream: inbox row, reaction, own events and cursor in one
   * transaction. Acknowledge to the broker only after this has answered.
   */
  apply(event: EventEnvelope, reaction: Reaction): Promise<Applied>;
  /**
   * Applies events of one or several streams in one transaction. Answers the ids of those it applied; of the others,
   * which are not the next ones of their streams here, nothing is done: `apply` says of each what it is. Throws with
   * nothing done when one of them cannot be applied, or when the streams that the reactions lock are out of order.
   */
  applyBatch(batch: EventBatch, reacting: Reacting, causeOf?: CauseOf): Promise<ReadonlySet<string>>;
  /** Like `applyBatch` for events about which nothing is done here: one message to the database and back. */
  noteBatch(batch: EventBatch): Promise<ReadonlySet<string>>;
  /** The last version of a foreign stream applied here; 0 when none. */
  cursor(tenant: string, source: string, stream: string): Promise<number>;
  /** Sets an event aside that could not be applied. Later events of its stream are parked behind it. */
  bury(event: EventEnvelope, error: string, attempts: number): Promise<void>;
  /** Marks a dead letter as dealt with, after it has been applied. */
  resolve(event: EventEnvelope, at: Date): Promise<void>;
}

const NONE: ReadonlySet<string> = new Set();

export function createInbox(options: InboxOptions): Inbox {
  const { pool, beforeStatement, clock } = options;
  const within = <Result>(tenant: string, work: (tx: Tx) => Promise<Result>) =>
    inTransaction({ pool, tenant, beforeStatement }, work);
  const ownCause: CauseOf = (event) => options.causeOf?.(event) ?? event.traceparent;

  /** A transaction that begins by moving on; `work` is given the ids of the events that come next. */
  const movingOnWithin = <Result>(
    runs: Runs,
    work: (tx: Tx, next: ReadonlySet<string>) => Promise<Result>,
  ): Promise<Result> => {
    const [{ tenant }] = runs[0].events;
    const opening: StatementOf = (literal) => movingOn(runs, literal);
    return inTransaction({ pool, tenant, beforeStatement, opening }, (tx, moved) => work(tx, idsIn(moved)));
  };

  return {
    async apply(event, react) {
      const { stream, version } = event;
      const decided = new Decided(options, { react }, ownCause);
      const run: Run = { stream, first: version, last: version, events: [event] };
      const applied = await movingOnWithin([run], async (tx, next): Promise<Applied> => {
        if (!next.has(event.id)) return notNext(clock.now(), tx, event);
        await decided.about([event], tx);
        return { outcome: 'applied' };
      });
      decided.committed();
      return applied;
    },
    async applyBatch(batch, reacting, causeOf = ownCause) {
      const [first, ...others] = runsOf(batch);
      if (first === undefined) return NONE;
      const runs: Runs = [first, ...others];
      const decided = new Decided(options, reacting, causeOf);
      const applied = await movingOnWithin(runs, async (tx, next) => {
        const [head, ...rest] = runs.flatMap(({ events }) => events).filter(({ id }) => next.has(id));
        if (head === undefined) return rollBackWith(NONE);
        await decided.about([head, ...rest], tx);
        return next;
      });
      decided.committed();
      return applied;
    },
    noteBatch: (batch) => noteInOneTrip(options, runsOf(batch)),
    cursor(tenant, source, stream) {
      return within(tenant, (tx) => readCursor(tx, tenant, source, stream));
    },
    bury(event, error, attempts) {
      return within(event.tenant, (tx) => bury(tx, event, { error, attempts, at: clock.now() }));
    },
    resolve(event, at) {
      return within(event.tenant, (tx) => resolveDeadLetter(tx, event.service, event.id, at));
    },
  };
}

/** Events that were applied before are answered so; one behind a dead letter waits beside it; else the owner refills. */
async function notNext(at: Date, tx: Tx, event: EventEnvelope): Promise<Applied> {
  const cursor = await readCursor(tx, event.tenant, event.service, event.stream);
  if (event.version <= cursor) return rollBackWith({ outcome: 'duplicate' });
  if (await hasOpenDeadLetter(tx, event)) {
    await bury(tx, event, { error: `waits behind version ${cursor + 1}`, attempts: 0, at });
    return { outcome: 'parked' };
  }
  return rollBackWith({ outcome: 'gap', fromVersion: cursor + 1 });
}
