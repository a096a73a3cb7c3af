const NO_WORD = /[^\p{Letter}\p{Number}]+/u;

/** Pairs of neighbouring characters, each once; a pair never reaches over a comma or a space. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of text.normalize('NFKC').toLowerCase().split(NO_WORD)) {
    const characters = Array.from(run);
    for (let at = 0; at + 1 < characters.length; at += 1) {
      pairs.add(`${characters[at]}${characters[at + 1]}`);
    }
  }
  return pairs;
}

/** How much of the smaller set stands in the other: 0–1. */
export function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 0 : [...one].filter((pair) => other.has(pair)).length / smaller;
}
