/** An event that a service could not apply, or that waits behind such a one, as the API lists it. */
export interface DeadLetter {
  readonly eventId: string;
  readonly tenant: string;
  /** The service whose event it is. */
  readonly source: string;
  readonly type: string;
  readonly stream: string;
  readonly version: number;
  readonly error: string;
  /** 0 for events that only wait. */
  readonly attempts: number;
  readonly diedAt: string;
}

/** A stream that stands still in one consumer: the letter that holds it up, and what waits behind. */
export interface HeldStream {
  /** The service that could not apply it. */
  readonly consumer: string;
  readonly head: DeadLetter;
  readonly waiting: readonly DeadLetter[];
}

/** The letters of one consumer by stream, each in the order of its versions; oldest trouble first. */
export function heldStreams(consumer: string, letters: readonly DeadLetter[]): readonly HeldStream[] {
  const byStream = Map.groupBy(letters, ({ tenant, source, stream }) => `${tenant} ${source} ${stream}`);
  return [...byStream.values()]
    .map((each) => each.toSorted((one, other) => one.version - other.version))
    .flatMap(([head, ...waiting]) => (head === undefined ? [] : [{ consumer, head, waiting }]))
    .toSorted((one, other) => one.head.diedAt.localeCompare(other.head.diedAt));
}

/** Two lines about a held stream: what and since when; why and what waits. */
export function heldLines({ consumer, head, waiting }: HeldStream): readonly string[] {
  const { eventId, tenant, source, type, stream, version, error, attempts, diedAt } = head;
  const behind =
    waiting.length === 0
      ? 'nothing waits behind it'
      : `behind it wait ${waiting.map((letter) => `${letter.version} ${letter.type}`).join(', ')}`;
  return [
    `${eventId}  ${consumer} ← ${source}  ${tenant}  stream ${stream}, version ${version} ${type}`,
    `    since ${diedAt}, ${attempts} attempts: ${error}; ${behind}`,
  ];
}
