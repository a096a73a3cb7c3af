import { systemActor } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother, Reacting } from '@huiyin/kernel/unit-of-work';
import { OpenStreams, type EncodePayload } from './streams.ts';

/** The traceparent that events decided because of another one carry. */
export type CauseOf = (event: EventEnvelope) => string;

export interface DecidingOptions {
  readonly service: string;
  readonly encode: EncodePayload;
  readonly clock: Clock;
  readonly onCommitted: () => void;
}

/** What a service decides about foreign events in one transaction. */
export class Decided {
  readonly #options: DecidingOptions;
  readonly #reacting: Reacting;
  readonly #causeOf: CauseOf;
  #events = 0;

  constructor(options: DecidingOptions, reacting: Reacting, causeOf: CauseOf) {
    this.#options = options;
    this.#reacting = reacting;
    this.#causeOf = causeOf;
  }

  async about(batch: EventBatch, tx: Tx): Promise<void> {
    const { react, reactToBatch } = this.#reacting;
    const { encode } = this.#options;
    const [{ tenant, stream }] = batch;
    // About one stream nothing is locked that was not locked before; about several, only who takes them all knows the order.
    const inOrder = reactToBatch === undefined && batch.some((event) => event.stream !== stream);
    const streams = new OpenStreams(tx, { tenant, encode, inOrder });
    const because = (event: EventEnvelope): OpenAnother => {
      const author = this.#authorBecause(event);
      return (id) => streams.open(id, author);
    };
    if (reactToBatch === undefined) {
      for (const event of batch) await react(event, tx, because(event));
    } else {
      await reactToBatch(batch, tx, { lock: (ids) => streams.lock(ids), because });
    }
    this.#events += await streams.flush();
  }

  #authorBecause(event: EventEnvelope) {
    const { service, clock } = this.#options;
    return {
      service,
      actor: systemActor(service),
      occurredAt: event.occurredAt,
      recordedAt: clock.now(),
      traceparent: this.#causeOf(event),
    };
  }

  /** The relay need not look for what was not written. */
  committed(): void {
    if (this.#events > 0) this.#options.onCommitted();
  }
}
