/**
 * Characters that print nothing, break a file format, or turn the reading order round so that a text shows other words
 * than it has: controls but line breaks, lone surrogates, noncharacters, directional marks, joiners, selectors.
 */
const UNPRINTABLE =
  /(?!\n)\p{Cc}|\p{Cs}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|[\u2028\u2029\ufff9-\ufffb]/gu;

/** Text as it may be printed: line breaks as \n, tabs as spaces, unprintable characters left out. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(UNPRINTABLE, '');
}

/** Paragraphs of a text: its lines without outer spaces, empty ones left out. */
export function paragraphsOf(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A text on one line. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}
