/** Waits for its turn, works, and lets the next one in. */
export type Turn = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** For those who take nothing that another one could take before them. */
export const AT_ONCE: Turn = (work) => work();

/** Turns in the order in which they were given, one row for each thing that is taken in turn. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** The next turn of a row; whoever has it must use it, or all behind wait for ever. */
  next(row: string): Turn {
    const before = this.#last.get(row);
    const used = Promise.withResolvers<void>();
    this.#last.set(row, used.promise);
    return async (work) => {
      await before;
      const answer = await work();
      used.resolve();
      return answer;
    };
  }
}
