/** Words that become part of the record: they stay Chinese whatever language the page speaks. */
export function inChinese(words: string): string {
  return words;
}
