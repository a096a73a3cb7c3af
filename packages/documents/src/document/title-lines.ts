/** A title of 22 pt has room for 20 characters in 156 mm. */
export const TITLE_CHARACTERS = 20;

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** What never begins a line: closing marks, and particles that hang on the word before. */
const NEVER_FIRST = /^[，。、；：？！）》」』”’〉】…的地得了]/u;
/** What never ends one. */
const NEVER_LAST = /[（《「『“‘〈【]$/u;

/**
 * Breaks a title into as few lines as it needs, between words and of even length (GB/T 9704 7.3.1: 词意完整,排列对称,
 * 长短适宜). A word longer than a line is cut.
 */
export function titleLines(title: string, room = TITLE_CHARACTERS): string[] {
  const parts = unbreakable(title, room);
  const total = parts.reduce((sum, part) => sum + width(part), 0);
  for (let lines = Math.max(1, Math.ceil(total / room)); ; lines += 1) {
    const broken = evenly(parts, { lines, ideal: total / lines, room });
    if (broken !== undefined) return broken;
  }
}

/** Full-width characters count 1, others half. */
export function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0);
}

function unbreakable(title: string, room: number): string[] {
  const parts: string[] = [];
  for (const { segment } of WORDS.segment(title)) {
    const before = parts.at(-1);
    const hangs = NEVER_FIRST.test(segment) || (before !== undefined && NEVER_LAST.test(before));
    if (before !== undefined && hangs && width(before + segment) <= room) {
      parts[parts.length - 1] = before + segment;
    } else parts.push(...pieces(segment, room));
  }
  return parts;
}

function pieces(word: string, room: number): string[] {
  if (width(word) <= room) return [word];
  const characters = Array.from(word);
  return Array.from({ length: Math.ceil(characters.length / room) }, (_, index) =>
    characters.slice(index * room, (index + 1) * room).join(''),
  );
}

/** Fills lines towards the ideal length; undefined when the words do not fit into that many lines. */
function evenly(
  parts: readonly string[],
  to: { readonly lines: number; readonly ideal: number; readonly room: number },
): string[] | undefined {
  const lines: string[] = [''];
  for (const part of parts) {
    const line = lines.at(-1)!;
    const grown = width(line + part);
    const isLast = lines.length === to.lines;
    // Break where the line comes nearer to the ideal without the part than with it.
    const isEnough = line !== '' && !isLast && grown - to.ideal > to.ideal - width(line);
    if (grown > to.room && isLast) return undefined;
    if (line !== '' && (grown > to.room || isEnough)) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.map((line) => line.trim());
}
