/** Pieces of work of one lane, in their order. */
export type Row<Work> = readonly [Work, ...Work[]];

/** What lanes do with work. */
export interface LaneRunner<Work> {
  /** Whether `next`, which waits right behind `before` in its lane, may be run together with it. */
  follows(before: Work, next: Work): boolean;
  /** Whether what waits in another lane may be run together with `first`. */
  joins(first: Work, other: Work): boolean;
  /** Must not throw. */
  run(rows: Row<Row<Work>>): Promise<void>;
  /** What was not begun when the lanes were closed. */
  giveBack(work: Work): void;
}

/** Most pieces of work run together: a longer run holds its locks too long. */
const MOST_TOGETHER = 32;
/** What was written together arrives within so many milliseconds: waiting for all of it costs less than several runs. */
const LINGER_MS = 5;

/**
 * Runs work one after another within a lane (a case) and side by side across lanes, at most `width` runs at once. What
 * waits and may be run together is: what follows in one lane, and what joins from others. Idle lanes linger for a moment
 * before they begin, so that what arrives at once is seen at once.
 */
export class Lanes<Work> {
  readonly #width: number;
  readonly #runner: LaneRunner<Work>;
  readonly #waiting = new Map<string, Work[]>();
  /** Lanes with waiting work and none running, longest waiting first. */
  #ready: string[] = [];
  #running = 0;
  #closed = false;
  #starting = false;
  #onIdle: () => void = () => undefined;

  constructor(width: number, runner: LaneRunner<Work>) {
    this.#width = width;
    this.#runner = runner;
  }

  add(lane: string, work: Work): void {
    if (this.#closed) return this.#runner.giveBack(work);
    const queue = this.#waiting.get(lane);
    if (queue === undefined) {
      this.#waiting.set(lane, [work]);
      this.#ready.push(lane);
    } else {
      queue.push(work);
    }
    this.#startSoon();
  }

  /** Gives unstarted work back and resolves when what runs has ended. */
  close(): Promise<void> {
    this.#closed = true;
    this.#ready.length = 0;
    for (const work of [...this.#waiting.values()].flat()) this.#runner.giveBack(work);
    this.#waiting.clear();
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => (this.#onIdle = resolve));
  }

  #startSoon(): void {
    if (this.#starting) return;
    this.#starting = true;
    setTimeout(() => {
      this.#starting = false;
      this.#startMore();
    }, LINGER_MS);
  }

  #startMore(): void {
    while (this.#running < this.#width) {
      const taken = this.#take();
      const [first, ...others] = taken.map(({ row }) => row);
      if (first === undefined) return;
      this.#running += 1;
      const lanes = taken.map(({ lane }) => lane);
      void this.#runner.run([first, ...others]).finally(() => this.#ended(lanes));
    }
  }

  /** What is run next: the first of the lane that waits longest and what may be run together with it. */
  #take(): { readonly lane: string; readonly row: Row<Work> }[] {
    const taken: { lane: string; row: Row<Work> }[] = [];
    const left: string[] = [];
    let room = MOST_TOGETHER;
    let leader: Work | undefined;
    for (const lane of this.#ready) {
      const head = this.#waiting.get(lane)?.[0];
      const joins = head !== undefined && (leader === undefined || this.#runner.joins(leader, head));
      const row = joins && room > 0 ? this.#takeRow(lane, room) : undefined;
      if (row === undefined) {
        left.push(lane);
        continue;
      }
      leader ??= row[0];
      room -= row.length;
      taken.push({ lane, row });
    }
    this.#ready = left;
    return taken;
  }

  /** The first of a lane and what follows it, at most `most`. */
  #takeRow(lane: string, most: number): Row<Work> | undefined {
    const queue = this.#waiting.get(lane);
    const first = queue?.shift();
    if (queue === undefined || first === undefined) return undefined;
    const row: [Work, ...Work[]] = [first];
    for (let before = first; row.length < most; row.push(before)) {
      const [next] = queue;
      if (next === undefined || !this.#runner.follows(before, next)) break;
      queue.shift();
      before = next;
    }
    return row;
  }

  #ended(lanes: readonly string[]): void {
    this.#running -= 1;
    for (const lane of lanes) {
      const queue = this.#waiting.get(lane);
      if (queue !== undefined && queue.length > 0) this.#ready.push(lane);
      else this.#waiting.delete(lane);
    }
    this.#startMore();
    if (this.#running === 0) this.#onIdle();
  }
}
