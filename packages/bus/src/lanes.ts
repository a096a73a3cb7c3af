/** What lanes do with work. */
export interface LaneRunner<Work> {
  /** Whether `next`, which waits right behind `before`, may be run together with it. */
  follows(before: Work, next: Work): boolean;
  /** Must not throw. */
  run(works: readonly [Work, ...Work[]]): Promise<void>;
  /** What was not begun when the lanes were closed. */
  giveBack(work: Work): void;
}

/** Most pieces of work run together: a longer run holds its locks too long. */
const MOST_TOGETHER = 32;
/** What was written together arrives within so many milliseconds: waiting for all of it costs less than several runs. */
const LINGER_MS = 5;

/**
 * Runs work one after another within a lane (a case) and side by side across lanes, at most `width` at once. What waits
 * in one lane and follows what is before it is run together. Idle lanes linger for a moment before they begin, so that
 * what arrives at once is seen at once.
 */
export class Lanes<Work> {
  readonly #width: number;
  readonly #runner: LaneRunner<Work>;
  readonly #waiting = new Map<string, Work[]>();
  /** Lanes with waiting work and none running, longest waiting first. */
  readonly #ready: string[] = [];
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
      const lane = this.#ready.shift();
      const works = lane === undefined ? undefined : this.#next(lane);
      if (lane === undefined || works === undefined) return;
      this.#running += 1;
      void this.#runner.run(works).finally(() => this.#ended(lane));
    }
  }

  /** The first of a lane and what may be run together with it. */
  #next(lane: string): [Work, ...Work[]] | undefined {
    const queue = this.#waiting.get(lane);
    const first = queue?.shift();
    if (queue === undefined || first === undefined) return undefined;
    const works: [Work, ...Work[]] = [first];
    for (let before = first; works.length < MOST_TOGETHER; works.push(before)) {
      const [next] = queue;
      if (next === undefined || !this.#runner.follows(before, next)) break;
      queue.shift();
      before = next;
    }
    return works;
  }

  #ended(lane: string): void {
    this.#running -= 1;
    const queue = this.#waiting.get(lane);
    if (queue !== undefined && queue.length > 0) this.#ready.push(lane);
    else this.#waiting.delete(lane);
    this.#startMore();
    if (this.#running === 0) this.#onIdle();
  }
}
