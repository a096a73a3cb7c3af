/** One warning as a service tells of it: which clock, and what happened to it. */
export interface Told {
  readonly clockId: string;
  readonly what: string;
}

/** How the warnings that came compare with those that had to come, `what` by `what`. */
export interface WarningAccount {
  readonly what: string;
  readonly expected: number;
  /** Clocks told of exactly once. */
  readonly once: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Each clock had to be told of once for each `what`. What is told of other clocks does not count. */
export function accountFor(
  clockIds: readonly string[],
  whats: readonly string[],
  told: readonly Told[],
): readonly WarningAccount[] {
  return whats.map((what) => {
    const times = new Map(clockIds.map((clockId) => [clockId, 0]));
    for (const each of told) {
      const before = times.get(each.clockId);
      if (each.what === what && before !== undefined) times.set(each.clockId, before + 1);
    }
    const counts = [...times.values()];
    const having = (fits: (count: number) => boolean): number => counts.filter(fits).length;
    return {
      what,
      expected: counts.length,
      once: having((count) => count === 1),
      lost: having((count) => count === 0),
      doubled: having((count) => count > 1),
    };
  });
}
