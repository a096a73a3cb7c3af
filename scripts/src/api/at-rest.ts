/** What GET /operations/health says of the system, as far as it tells whether the system rests. */
export interface Health {
  readonly up: boolean;
  readonly services: readonly ServiceHealth[];
}

export interface ServiceHealth {
  readonly service: string;
  /** Business time; absent in a service without sweeps. */
  readonly sweptUntil?: string;
  readonly outboxUnpublished: number;
  /** Of the last event in the service's own stream. */
  readonly publishedSequence: number;
  readonly consumers: readonly {
    readonly source: string;
    readonly pending: number;
    readonly ackPending: number;
    readonly deliveredSequence: number;
  }[];
}

/**
 * Whether nothing is under way and every sweep has passed `now` (business time, RFC 3339), provided that nobody acts.
 * The services were looked at one after another, each first at its consumers, then at its outbox, then at its stream.
 * Yet one look is enough when every consumer has settled just what its source had published at the source's own look.
 * For suppose something was recorded after its service had been looked at, and take the first of it. It answers an event
 * that its consumer had not settled, so one that its source had not published by its own look, so one that was recorded
 * after that: an earlier one.
 */
export function isAtRest({ up, services }: Health, now: string): boolean {
  const published = new Map(services.map(({ service, publishedSequence }) => [service, publishedSequence]));
  return (
    up &&
    services.every(
      ({ sweptUntil, outboxUnpublished, consumers }) =>
        (sweptUntil === undefined || sweptUntil >= now) &&
        outboxUnpublished === 0 &&
        consumers.every(
          ({ source, pending, ackPending, deliveredSequence }) =>
            pending + ackPending === 0 && deliveredSequence === published.get(source),
        ),
    )
  );
}
