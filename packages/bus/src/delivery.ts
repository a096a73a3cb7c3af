import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { JsMsg } from '@nats-io/jetstream';
import { decodeEnvelope } from './envelope-codec.ts';
import type { Row } from './lanes.ts';
import type { BusLog } from './log.ts';
import { traceContextsOf } from './message-headers.ts';
import { MAX_ATTEMPTS, MAX_UNTRIED_DELIVERIES, redeliveryDelayMs } from './redelivery.ts';
import { inProcessSpans, type ProcessedMessage } from './spans.ts';
import { subjectsOfService } from './subjects.ts';

/**
 * What a handler says: the effect is committed, or "not now" (a database or a peer is away, a predecessor is
 * missing). "Not now" does not count as a failed attempt; a thrown error does.
 */
export type HandlerAnswer = 'done' | { readonly retryAfterMs: number };

/** What a handler says of several events: the ids of those whose effect is committed, or "not now" of all. */
export type BatchAnswer = ReadonlySet<string> | { readonly retryAfterMs: number };

/** A message nobody will try again. */
export interface DeadMessage {
  /** Absent when the body is not an event. */
  readonly event?: EventEnvelope;
  readonly body: Uint8Array;
  readonly subject: string;
  readonly error: unknown;
  readonly attempts: number;
}

export interface DeliveryOptions {
  /** The service whose events these are. */
  readonly source: string;
  /** Name of the durable consumer: the service that listens. */
  readonly consumer: string;
  /** Applies one event. May see the same event again; the inbox decides. */
  readonly handle: (event: EventEnvelope) => Promise<HandlerAnswer>;
  /**
   * Applies events of one tenant in one go: of one or several streams, those of each following each other. `causeOf` says
   * which traceparent what is decided because of one of them carries. What it does not name is handled alone, as is
   * everything where this is missing or throws, and what comes again.
   */
  readonly handleBatch?: (
    events: EventBatch,
    causeOf: (event: EventEnvelope) => string,
  ) => Promise<BatchAnswer>;
  /** Sets a dead message aside durably. Only after it resolved is the message given up. */
  readonly onDead: (dead: DeadMessage) => Promise<void>;
  readonly log: BusLog;
  /** Spreads later attempts; in [0, 1). */
  readonly random?: () => number;
}

/** Takes one message through its handler and settles it with the broker. */
export class Delivery {
  readonly message: JsMsg;
  /** Undefined when the body is not an event. */
  readonly event: EventEnvelope | undefined;
  readonly #options: DeliveryOptions;
  readonly #history: DeliveryHistory;
  readonly #undecodable: unknown;

  constructor(message: JsMsg, options: DeliveryOptions, history: DeliveryHistory) {
    this.message = message;
    this.#options = options;
    this.#history = history;
    try {
      this.event = decodeEnvelope(message.data);
    } catch (error) {
      this.event = undefined;
      this.#undecodable = error;
    }
  }

  /** Settles the message one way or another; throws only when the connection is closed. */
  async run(): Promise<void> {
    const deliveries = this.message.info.deliveryCount;
    const tried = this.#history.tried(this.message.seq);
    if (this.event === undefined) return this.#bury(this.#undecodable, deliveries);
    if (!tried && deliveries > MAX_UNTRIED_DELIVERIES) {
      return this.#bury(new Error('the message came back again and again and was never settled'), deliveries);
    }
    try {
      this.#settle(await this.#handled(this.event));
    } catch (error) {
      await this.#failed(error, deliveries - this.#history.waits(this.message.seq));
    }
  }

  /** Whether this event comes right after another one of its stream and may be applied together with it. */
  follows(before: Delivery): boolean {
    const [one, next] = [before.event, this.event];
    return this.joins(before) && one !== undefined && next?.version === one.version + 1;
  }

  /** Whether this event may be applied together with one of another stream. */
  joins(other: Delivery): boolean {
    return (
      this.#options.handleBatch !== undefined &&
      this.event !== undefined &&
      this.event.tenant === other.event?.tenant &&
      this.#isFirstTime() &&
      other.#isFirstTime()
    );
  }

  #isFirstTime(): boolean {
    return this.message.info.deliveryCount === 1;
  }

  /** Takes several messages through the handler as one and settles those it applied. Answers which must be taken alone. */
  async runWith(others: readonly Delivery[]): Promise<readonly Delivery[]> {
    const all = [this, ...others];
    const [first, ...rest] = all.flatMap(({ event }) => (event === undefined ? [] : [event]));
    const { handleBatch } = this.#options;
    if (handleBatch === undefined || first === undefined || rest.length < others.length) return all;
    for (const { message } of all) this.#history.tried(message.seq);
    const answer = await this.#handledTogether(all, (causeOf) => handleBatch([first, ...rest], causeOf));
    const settled = (delivery: Delivery): boolean => isAnsweredBy(answer, delivery.event);
    for (const delivery of all.filter(settled)) delivery.#settle('retryAfterMs' in answer ? answer : 'done');
    return all.filter((delivery) => !settled(delivery));
  }

  /** A batch that fails is taken apart: the event at fault then fails alone. */
  async #handledTogether(
    all: readonly Delivery[],
    work: (causeOf: (event: EventEnvelope) => string) => Promise<BatchAnswer>,
  ): Promise<BatchAnswer> {
    try {
      return await inProcessSpans(
        all.map((delivery) => delivery.#processed()),
        (traceparents) => {
          const byId = new Map(all.map(({ event }, index) => [event?.id, traceparents[index]]));
          return work(({ id, traceparent }) => byId.get(id) ?? traceparent);
        },
      );
    } catch (error) {
      this.#options.log.info({ ...this.#ids(), err: error }, 'events could not be applied together');
      return new Set();
    }
  }

  #handled(event: EventEnvelope): Promise<HandlerAnswer> {
    return inProcessSpans([this.#processed()], () => this.#options.handle(event));
  }

  #processed(): ProcessedMessage {
    const { source, consumer } = this.#options;
    return {
      subject: this.message.subject,
      template: subjectsOfService(source),
      messageId: this.event?.id ?? '',
      consumer,
      deliveries: this.message.info.deliveryCount,
      ...traceContextsOf(this.message.headers),
    };
  }

  #settle(answer: HandlerAnswer): void {
    if (answer === 'done') return this.#finish(() => this.message.ack());
    this.#history.waited(this.message.seq);
    this.message.nak(answer.retryAfterMs);
  }

  async #failed(error: unknown, attempts: number): Promise<void> {
    if (attempts >= MAX_ATTEMPTS) return this.#bury(error, attempts);
    this.#options.log.warn(
      { ...this.#ids(), attempts, err: error },
      'event could not be applied, will try again',
    );
    this.message.nak(this.#pauseMs(attempts));
  }

  async #bury(error: unknown, attempts: number): Promise<void> {
    const { event, message } = this;
    const dead = { body: message.data, subject: message.subject, error, attempts };
    try {
      await this.#options.onDead(event === undefined ? dead : { ...dead, event });
    } catch (failure) {
      this.#options.log.error(
        { ...this.#ids(), err: failure },
        'dead letter could not be kept, will try again',
      );
      return this.message.nak(this.#pauseMs(MAX_ATTEMPTS));
    }
    this.#options.log.error({ ...this.#ids(), attempts, err: error }, 'event is now a dead letter');
    this.#finish(() => message.term());
  }

  #pauseMs(attempts: number): number {
    return redeliveryDelayMs(attempts, (this.#options.random ?? Math.random)());
  }

  #finish(settle: () => void): void {
    this.#history.forget(this.message.seq);
    settle();
  }

  #ids(): object {
    const { source, consumer } = this.#options;
    const { id, tenant, stream, version, type } = this.event ?? {};
    return {
      source,
      consumer,
      event_id: id,
      tenant,
      case_id: stream,
      version,
      type,
      sequence: this.message.seq,
    };
  }
}

/** Takes messages through the handler as one, and those for which that cannot be one after another. */
export async function deliverTogether(rows: Row<Row<Delivery>>): Promise<void> {
  const [first, ...others] = rows.flat();
  if (first === undefined) return;
  const alone = others.length > 0 ? await first.runWith(others) : [first];
  for (const delivery of alone) await delivery.run();
}

function isAnsweredBy(answer: BatchAnswer, event: EventEnvelope | undefined): boolean {
  return 'retryAfterMs' in answer || (event !== undefined && answer.has(event.id));
}

/** What this process remembers of messages the broker will bring again; bounded by the consumer's pending limit. */
export class DeliveryHistory {
  readonly #waits = new Map<number, number>();

  /** True when this process has seen the message before; remembers it from now on. */
  tried(sequence: number): boolean {
    const seen = this.#waits.has(sequence);
    if (!seen) this.#waits.set(sequence, 0);
    return seen;
  }

  /** Deliveries that ended in "not now". */
  waits(sequence: number): number {
    return this.#waits.get(sequence) ?? 0;
  }

  waited(sequence: number): void {
    this.#waits.set(sequence, this.waits(sequence) + 1);
  }

  forget(sequence: number): void {
    this.#waits.delete(sequence);
  }
}
