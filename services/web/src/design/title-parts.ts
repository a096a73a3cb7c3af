const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** May not begin a line: 避头. */
const CLOSING = /^[，。、；：？！）》」』】〕”’…·,.;:?!)\]]/u;
/** May not end a line: 避尾. */
const OPENING = /[（《「『【〔“‘([]$/u;

/** A title in the parts between which it may break: words, with the punctuation that belongs to them (GB/T 15834). */
export function titleParts(title: string): readonly string[] {
  const parts: string[] = [];
  for (const { segment } of WORDS.segment(title)) {
    const last = parts.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last))) {
      parts[parts.length - 1] = last + segment;
    } else parts.push(segment);
  }
  return parts;
}
