import { jetstream, jetstreamManager, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { deliverTogether, Delivery, DeliveryHistory, type DeliveryOptions } from './delivery.ts';
import { ACK_WAIT_MS, durableInfo, ensureDurable } from './durable.ts';
import { Lanes } from './lanes.ts';
import { streamStates, type StreamStates } from './streams.ts';
import { streamOfService } from './subjects.ts';

/** Cases worked on at once by one consumer that takes each event alone. */
const DEFAULT_CONCURRENCY = 8;
/** Batches worked on at once: while one is, the next one grows. */
const BATCHES_AT_ONCE = 2;
/** Messages asked for at once, and messages held here before asking pauses. */
const HELD_LIMIT = 128;
const PULL_EXPIRES_MS = 10_000;
const IDLE_HEARTBEAT_MS = 5_000;
/** Silence after which pulling is begun anew: neither a message nor a heartbeat. */
const SILENCE_LIMIT_MS = 3 * IDLE_HEARTBEAT_MS;
const WATCH_EVERY_MS = 1_000;
const REBUILD_PAUSE_MS = 500;
/** In-flight handlers get so long at stop; their messages come again otherwise. */
const STOP_CAP_MS = 10_000;
/** Given back at once, a message can still go to the pull that was just ended, and is then lost for the ack wait. */
const GIVE_BACK_MS = 100;
/** A broker that is away cannot take acknowledgements; their messages come again. */
const FLUSH_CAP_MS = 2_000;

export interface ConsumerOptions extends DeliveryOptions {
  readonly concurrency?: number;
}

/** Backlog of one consumer as the broker sees it. */
export interface PendingCounts {
  /** Stored and not yet delivered. */
  readonly pending: number;
  /** Delivered and not yet settled. */
  readonly ackPending: number;
  /** Sequence in the source's stream up to which messages have been delivered. */
  readonly deliveredSequence: number;
}

/** A consumer that keeps pulling whatever happens to the broker. */
export interface RunningConsumer {
  readonly source: string;
  /** True while it pulls; false while the broker or the source's stream is missing. */
  isPulling(): boolean;
  /** Rejects when the broker does not answer. The streams' states are asked for unless they are given. */
  pendingCounts(streams?: StreamStates): Promise<PendingCounts>;
  /** Finishes what is being handled (at most 10 s), gives the rest back and settles with the broker. */
  stop(): Promise<void>;
}

/**
 * Starts applying the events of `source`: one after another within a case, side by side across cases, acknowledged
 * after the handler. Waits for the source's stream when it does not exist yet.
 */
export function startConsumer(connection: NatsConnection, options: ConsumerOptions): RunningConsumer {
  const loop = new ConsumerLoop(connection, options);
  const running = loop.run();
  return {
    source: options.source,
    isPulling: () => loop.pulling,
    pendingCounts: (streams) => loop.pendingCounts(streams),
    stop: async () => {
      await loop.stop();
      await running;
    },
  };
}

/** Backlogs of consumers of one connection: one question about the streams of all, and one about each consumer. */
export async function backlogsOf(
  connection: NatsConnection,
  consumers: readonly RunningConsumer[],
): Promise<readonly (PendingCounts & { readonly source: string })[]> {
  if (consumers.length === 0) return [];
  const states = await streamStates(connection);
  return Promise.all(
    consumers.map(async (consumer) => ({
      source: consumer.source,
      ...(await consumer.pendingCounts(states)),
    })),
  );
}

class ConsumerLoop {
  pulling = false;
  readonly #connection: NatsConnection;
  readonly #options: ConsumerOptions;
  readonly #lanes: Lanes<Delivery>;
  readonly #history = new DeliveryHistory();
  /** By stream sequence. */
  readonly #held = new Map<number, JsMsg>();
  #messages: ConsumerMessages | undefined;
  #stopping = false;
  #lastSignal = 0;
  #lastComplaint = '';
  #roomMade: () => void = () => undefined;
  #pauseOver: () => void = () => undefined;

  constructor(connection: NatsConnection, options: ConsumerOptions) {
    this.#connection = connection;
    this.#options = options;
    const atOnce = options.handleBatch === undefined ? DEFAULT_CONCURRENCY : BATCHES_AT_ONCE;
    this.#lanes = new Lanes(options.concurrency ?? atOnce, {
      follows: (before, next) => next.follows(before),
      joins: (first, other) => other.joins(first),
      run: async (rows) => {
        await deliverTogether(rows).catch((error: unknown) =>
          this.#complain('message could not be settled', error),
        );
        for (const { message } of rows.flat()) this.#release(message);
      },
      giveBack: ({ message }) => {
        if (!this.#connection.isClosed()) message.nak(GIVE_BACK_MS);
        this.#release(message);
      },
    });
  }

  async run(): Promise<void> {
    const keepHeld = setInterval(() => this.#keepHeld(), ACK_WAIT_MS / 3);
    const watch = setInterval(() => this.#watch(), WATCH_EVERY_MS);
    void this.#rebuildOnReconnect();
    while (!this.#stopping && !this.#connection.isClosed()) {
      try {
        await this.#pull();
      } catch (error) {
        this.#complain('consumer cannot pull, will try again', error);
      }
      this.pulling = false;
      if (!this.#stopping) await this.#pause();
    }
    clearInterval(watch);
    await this.#settleAll();
    clearInterval(keepHeld);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#messages?.stop();
    this.#pauseOver();
    this.#roomMade();
  }

  async pendingCounts(streams?: StreamStates): Promise<PendingCounts> {
    const manager = await jetstreamManager(this.#connection, { checkAPI: false });
    const name = streamOfService(this.#options.source);
    // The broker counts what is pending only a moment after it has stored it; the stream's own state is exact.
    const [states, info] = await Promise.all([
      streams ?? streamStates(this.#connection),
      durableInfo(manager, this.#options),
    ]);
    const state = states.get(name);
    if (state === undefined) throw new Error(`there is no stream ${name}`);
    const deliveredSequence = Math.max(info?.delivered.stream_seq ?? 0, state.first_seq - 1);
    return {
      pending: Math.max(info?.num_pending ?? 0, state.last_seq - deliveredSequence),
      ackPending: info?.num_ack_pending ?? 0,
      deliveredSequence,
    };
  }

  /** Pulls until something is wrong or the consumer is stopped. */
  async #pull(): Promise<void> {
    const manager = await jetstreamManager(this.#connection, { checkAPI: false });
    const durable = await ensureDurable(manager, this.#options);
    if (durable === undefined) return this.#complain('the source has no stream yet, waiting for it');
    const consumer = jetstream(this.#connection).consumers.getConsumerFromInfo(durable);
    const messages = await consumer.consume({
      max_messages: HELD_LIMIT,
      expires: PULL_EXPIRES_MS,
      idle_heartbeat: IDLE_HEARTBEAT_MS,
    });
    this.#messages = messages;
    if (this.#stopping) messages.stop();
    void this.#followStatus(messages);
    this.#lastSignal = Date.now();
    this.#lastComplaint = '';
    this.pulling = true;
    for await (const message of messages) {
      this.#lastSignal = Date.now();
      this.#accept(message);
      while (this.#held.size >= HELD_LIMIT && !this.#stopping) await this.#room();
    }
  }

  #accept(message: JsMsg): void {
    if (this.#stopping) return message.nak(GIVE_BACK_MS);
    // Delivered again while still held (a reconnect took longer than the ack wait): the first copy settles it.
    if (this.#held.has(message.seq)) return;
    this.#held.set(message.seq, message);
    const delivery = new Delivery(message, this.#options, this.#history);
    const { event } = delivery;
    this.#lanes.add(event === undefined ? `#${message.seq}` : `${event.tenant}/${event.stream}`, delivery);
  }

  #release(message: JsMsg): void {
    this.#held.delete(message.seq);
    this.#roomMade();
  }

  async #followStatus(messages: ConsumerMessages): Promise<void> {
    for await (const status of messages.status()) {
      if (status.type === 'heartbeat') this.#lastSignal = Date.now();
      else if (status.type === 'heartbeats_missed') this.#note('heartbeats missed');
      else if (status.type === 'exceeded_limits') this.#note(status.description);
      else if (
        status.type === 'consumer_deleted' ||
        status.type === 'consumer_not_found' ||
        status.type === 'stream_not_found'
      ) {
        this.#note(`${status.type}, making it again`);
        messages.stop();
      }
    }
  }

  /** After a restart of the broker its view of our pull is gone; beginning anew is quicker than finding out. */
  async #rebuildOnReconnect(): Promise<void> {
    for await (const status of this.#connection.status()) {
      if (this.#stopping) return;
      if (status.type === 'reconnect') this.#messages?.stop();
    }
  }

  #watch(): void {
    if (!this.pulling || Date.now() - this.#lastSignal < SILENCE_LIMIT_MS) return;
    this.#note('neither messages nor heartbeats, pulling anew');
    this.#lastSignal = Date.now();
    this.#messages?.stop();
  }

  #keepHeld(): void {
    if (this.#connection.isClosed()) return;
    for (const message of this.#held.values()) message.working();
  }

  async #settleAll(): Promise<void> {
    const ended = await within(STOP_CAP_MS, this.#lanes.close());
    if (!ended) this.#note('handlers did not end in time; their events will come again');
    if (!this.#connection.isClosed()) await within(FLUSH_CAP_MS, this.#connection.flush());
  }

  #room(): Promise<void> {
    return new Promise((resolve) => (this.#roomMade = resolve));
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, REBUILD_PAUSE_MS * (0.5 + Math.random()));
      this.#pauseOver = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #note(what: string): void {
    const { source, consumer, log } = this.#options;
    log.warn({ source, consumer }, what);
  }

  /** Says the same thing once, not twice a second for as long as it lasts. */
  #complain(what: string, error?: unknown): void {
    const complaint = `${what} ${String(error)}`;
    if (complaint === this.#lastComplaint || this.#stopping) return;
    this.#lastComplaint = complaint;
    const { source, consumer, log } = this.#options;
    log.warn({ source, consumer, err: error }, what);
  }
}

/** True when `work` ended in time, well or badly. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const ended = work.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([ended, late.promise]);
  clearTimeout(timer);
  return inTime;
}
