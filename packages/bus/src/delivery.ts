import type { EventEnvelope } from '@huiyin/kernel/event';
import type { JsMsg } from '@nats-io/jetstream';
import { decodeEnvelope } from './envelope-codec.ts';
import type { BusLog } from './log.ts';
import { traceContextsOf } from './message-headers.ts';
import { MAX_ATTEMPTS, MAX_UNTRIED_DELIVERIES, redeliveryDelayMs } from './redelivery.ts';
import { inProcessSpan } from './spans.ts';
import { subjectsOfService } from './subjects.ts';

/**
 * What a handler says: the effect is committed, or "not now" (a database or a peer is away, a predecessor is
 * missing). "Not now" does not count as a failed attempt; a thrown error does.
 */
export type HandlerAnswer = 'done' | { readonly retryAfterMs: number };

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
      const answer = await this.#handled(this.event);
      if (answer === 'done') return this.#finish(() => this.message.ack());
      this.#history.waited(this.message.seq);
      this.message.nak(answer.retryAfterMs);
    } catch (error) {
      await this.#failed(error, deliveries - this.#history.waits(this.message.seq));
    }
  }

  #handled(event: EventEnvelope): Promise<HandlerAnswer> {
    const { message } = this;
    const { source, consumer, handle } = this.#options;
    return inProcessSpan(
      {
        subject: message.subject,
        template: subjectsOfService(source),
        messageId: event.id,
        consumer,
        deliveries: message.info.deliveryCount,
      },
      traceContextsOf(message.headers),
      () => handle(event),
    );
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
