import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { Reacting, Reaction } from '@huiyin/kernel/unit-of-work';
import type pg from 'pg';
import { lockCursor, lockCursors, moveOnAndNote, readCursor, runsOf, type Run } from './cursors.ts';
import { bury, hasOpenDeadLetter, resolveDeadLetter } from './dead-letters.ts';
import { Decided, type CauseOf, type DecidingOptions } from './decided.ts';
import { noteInOneTrip } from './noting.ts';
import type { StatementHook } from './query.ts';
import { inTransaction, rollBackWith } from './transaction.ts';

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
  /** Like `applyBatch` for events about which nothing is done here: mostly one message to the database and back. */
  noteBatch(batch: EventBatch): Promise<ReadonlySet<string>>;
  /** The last version of a foreign stream applied here; 0 when none. */
  cursor(tenant: string, source: string, stream: string): Promise<number>;
  /** Sets an event aside that could not be applied. Later events of its stream are parked behind it. */
  bury(event: EventEnvelope, error: string, attempts: number): Promise<void>;
  /** Marks a dead letter as dealt with, after it has been applied. */
  resolve(event: EventEnvelope, at: Date): Promise<void>;
}

const NONE: ReadonlySet<string> = new Set();
const NO_REACTION: Reacting = { react: () => Promise.resolve() };

export function createInbox(options: InboxOptions): Inbox {
  const within = <Result>(tenant: string, work: (tx: Tx) => Promise<Result>) =>
    inTransaction({ pool: options.pool, tenant, beforeStatement: options.beforeStatement }, work);
  const ownCause: CauseOf = (event) => options.causeOf?.(event) ?? event.traceparent;

  const applyBatch: Inbox['applyBatch'] = async (batch, reacting, causeOf = ownCause) => {
    const runs = runsOf(batch);
    const decided = new Decided(options, reacting, causeOf);
    const applied = await within(batch[0].tenant, (tx) => applyRuns(options, tx, runs, decided));
    decided.committed();
    return applied;
  };

  return {
    async apply(event, react) {
      const decided = new Decided(options, { react }, ownCause);
      const applied = await within(event.tenant, (tx) => applyOnce(options, tx, event, decided));
      decided.committed();
      return applied;
    },
    applyBatch,
    async noteBatch(batch) {
      const runs = runsOf(batch);
      const begins = runs.some(({ first }) => first === 1);
      return begins && runs.length > 1 ? applyBatch(batch, NO_REACTION) : noteInOneTrip(options, runs);
    },
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
  { clock }: InboxOptions,
  tx: Tx,
  event: EventEnvelope,
  decided: Decided,
): Promise<Applied> {
  const cursor = await lockCursor(tx, event);
  const { stream, version } = event;
  if (version <= cursor) return { outcome: 'duplicate' };
  if (version > cursor + 1) return outOfOrder(clock.now(), tx, event, cursor);
  const run: Run = { stream, first: version, last: version, events: [event] };
  const noted = await moveOnAndNote(tx, event, { runs: [run], at: clock.now() });
  if (noted === 0) return rollBackWith({ outcome: 'duplicate' });
  await decided.about([event], tx);
  return { outcome: 'applied' };
}

async function applyRuns(
  { clock }: InboxOptions,
  tx: Tx,
  runs: readonly Run[],
  decided: Decided,
): Promise<ReadonlySet<string>> {
  const [any] = runs.flatMap(({ events }) => events);
  if (any === undefined) return rollBackWith(NONE);
  const next = await lockCursors(tx, any, runs);
  const [first, ...rest] = next.flatMap(({ events }) => events);
  if (first === undefined) return rollBackWith(NONE);
  const batch: EventBatch = [first, ...rest];
  const noted = await moveOnAndNote(tx, first, { runs: next, at: clock.now() });
  if (noted < batch.length) return rollBackWith(NONE);
  await decided.about(batch, tx);
  return new Set(batch.map(({ id }) => id));
}

/** An event behind a dead letter waits beside it; any other gap is refilled by the owner. */
async function outOfOrder(at: Date, tx: Tx, event: EventEnvelope, cursor: number): Promise<Applied> {
  if (await hasOpenDeadLetter(tx, event)) {
    await bury(tx, event, { error: `waits behind version ${cursor + 1}`, attempts: 0, at });
    return { outcome: 'parked' };
  }
  return rollBackWith({ outcome: 'gap', fromVersion: cursor + 1 });
}
