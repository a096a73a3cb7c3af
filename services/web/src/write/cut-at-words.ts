/** A piece of a text; pieces follow each other without a gap. */
export interface Piece {
  readonly piece: string;
  readonly isWord: boolean;
}

/** Cuts a text where given words stand in it; of words that overlap, the earlier, then the longer is taken. */
export function cutAtWords(text: string, words: readonly string[]): readonly Piece[] {
  const longestFirst = words.filter((word) => word !== '').toSorted((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const found = longestFirst.find((word) => text.startsWith(word, at));
    if (found === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) pieces.push({ piece: text.slice(plainFrom, at), isWord: false });
    pieces.push({ piece: found, isWord: true });
    at += found.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) pieces.push({ piece: text.slice(plainFrom), isWord: false });
  return pieces;
}
