/** One piece of work: run, or given back unstarted when the lanes are closed. */
export interface LaneWork {
  run(): Promise<void>;
  giveBack(): void;
}

/**
 * Runs work one after another within a lane (a case) and side by side across lanes, at most `width` at once.
 * `run` must not throw.
 */
export class Lanes {
  readonly #width: number;
  readonly #waiting = new Map<string, LaneWork[]>();
  /** Lanes with waiting work and none running, longest waiting first. */
  readonly #ready: string[] = [];
  #running = 0;
  #closed = false;
  #onIdle: () => void = () => undefined;

  constructor(width: number) {
    this.#width = width;
  }

  add(lane: string, work: LaneWork): void {
    if (this.#closed) return work.giveBack();
    const queue = this.#waiting.get(lane);
    if (queue === undefined) {
      this.#waiting.set(lane, [work]);
      this.#ready.push(lane);
    } else {
      queue.push(work);
    }
    this.#startMore();
  }

  /** Gives unstarted work back and resolves when what runs has ended. */
  close(): Promise<void> {
    this.#closed = true;
    this.#ready.length = 0;
    for (const work of [...this.#waiting.values()].flat()) work.giveBack();
    this.#waiting.clear();
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => (this.#onIdle = resolve));
  }

  #startMore(): void {
    while (this.#running < this.#width) {
      const lane = this.#ready.shift();
      const work = lane === undefined ? undefined : this.#waiting.get(lane)?.shift();
      if (lane === undefined || work === undefined) return;
      this.#running += 1;
      void work.run().finally(() => this.#ended(lane));
    }
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
