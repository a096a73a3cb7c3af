import type { CommandContext } from './command-context.ts';
import type { EventBatch, EventEnvelope, NewEvent } from './event.ts';
import type { Rejection } from './rejection.ts';
import type { Tx } from './tx.ts';

/** What an accepted command answers: who decided, on what, at which version. Stored and replayed by its key. */
export interface CommandResult {
  readonly service: string;
  /** The resource the command acted on or made. */
  readonly id: string;
  /** Version of the stream after the command. */
  readonly version: number;
  /** A number or code people use (registration number, certificate number), where one was given. */
  readonly label?: string;
}

/**
 * The stream (case, or aggregate outside a case) a transaction works on. Its row is locked, so everything a
 * service decides about one case happens one after another.
 */
export interface OpenStream {
  readonly id: string;
  /** Version before this transaction; 0 for a new stream. */
  readonly version: number;
  /** Appends facts to the stream's chain in order. May be called several times. */
  append(...events: readonly NewEvent[]): Promise<void>;
}

/** What a use case gives back; the kit adds the service and the version. */
export type CommandAnswer = Omit<CommandResult, 'service' | 'version'>;

/** Locks a further stream of this service within the open transaction; the same stream again is the same object. */
export type OpenAnother = (streamId: string) => Promise<OpenStream>;

/** The write path: one transaction, one locked stream, state + events + idempotency key, all or nothing. */
export interface UnitOfWork {
  /**
   * Runs a command. A returned Rejection rolls everything back. The same key answers the same result again;
   * the same key with another request is `key-reused`; a version of the first stream other than If-Match is
   * `stale`. Several streams are locked in the order of their ids, so that two such commands cannot deadlock;
   * `open` gives the further ones.
   */
  command(
    ctx: CommandContext,
    streamId: string | readonly [string, ...string[]],
    work: (tx: Tx, stream: OpenStream, open: OpenAnother) => Promise<CommandAnswer | Rejection>,
  ): Promise<CommandResult | Rejection>;

  /**
   * Runs a decision nobody sent as a command: a sweep, a seal. Same path without an idempotency key; the caller
   * makes it safe to repeat by the state it reads under the lock.
   */
  act(
    by: { tenant: string; actor: CommandContext['actor']; at: Date; traceparent?: string },
    streamId: string,
    work: (tx: Tx, stream: OpenStream) => Promise<void>,
  ): Promise<void>;

  /**
   * Like `act`, about many streams at once: locks those that nobody else holds just now and gives `work` these alone,
   * in the order of their ids; a stream without a row is not among them. One transaction, so one failure undoes all;
   * the caller then tries them one by one, unless it was a DatabaseUnavailable. Answers what `work` answers.
   */
  actOnFree<Result>(
    by: { tenant: string; actor: CommandContext['actor']; at: Date; traceparent?: string },
    streamIds: readonly string[],
    work: (tx: Tx, streams: readonly OpenStream[]) => Promise<Result>,
  ): Promise<Result>;

  /** Runs reads in one read-only snapshot under the tenant's row-level security. */
  read<Result>(tenant: string, work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

/**
 * Applies one foreign event inside the inbox transaction. `open` locks a stream of this service (in the event's
 * tenant) when the fact leads to decisions of its own. Must be deterministic in state and event.
 */
export type Reaction = (event: EventEnvelope, tx: Tx, open: OpenAnother) => Promise<void>;

/** The streams of this service that a batch of foreign events leads to decisions about. */
export interface BatchStreams {
  /** Locks streams in the order of their ids; those that exist in one round trip. */
  lock(streamIds: readonly string[]): Promise<void>;
  /** Opens streams; what is appended to them follows from the event. */
  because(event: EventEnvelope): OpenAnother;
}

/**
 * Like `Reaction` for events of one or several streams, where doing something about all of them costs less than doing it
 * about each. Several batches are applied at the same time: locks are taken in one order, whatever order the events have.
 */
export type BatchReaction = (events: EventBatch, tx: Tx, streams: BatchStreams) => Promise<void>;

/** What is done about events, one by one or several at once; both have the same effect. */
export interface Reacting {
  readonly react: Reaction;
  /** Absent where nothing is saved by it; one event alone is then a batch too. */
  readonly reactToBatch?: BatchReaction | undefined;
}
