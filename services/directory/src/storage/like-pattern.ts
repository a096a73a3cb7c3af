/** A LIKE pattern that finds the words anywhere, taking % and _ as written; empty words find everything. */
export function likePattern(words: string): string {
  return `%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
