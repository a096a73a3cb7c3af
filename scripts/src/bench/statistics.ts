/** The middle of some figures, of an even number of them the mean of the two in the middle. Throws for none. */
export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** The value below which a share `q` (0 to 1) of some figures lies, between two of them linearly. Throws for none. */
export function quantile(figures: readonly number[], q: number): number {
  if (figures.length === 0) throw new RangeError('there is no quantile of nothing');
  if (!(q >= 0 && q <= 1)) throw new RangeError(`a quantile lies between 0 and 1: ${q}`);
  const sorted = figures.toSorted((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * How one thing stands to another that was measured beside it, round by round: the median of the rounds' ratios. What
 * slows the machine down for a while slows both of a round, so it moves this less than a ratio of two medians.
 */
export function ratioOfRounds(figures: readonly number[], floors: readonly number[]): number {
  if (figures.length !== floors.length) throw new RangeError('every round measures both');
  return median(figures.map((figure, round) => figure / (floors[round] as number)));
}
