import type { LaidOut } from '../document/laid-out.ts';
import type { FontCoverage } from './font-coverage.ts';

/** 〓, which printers in China set for a character they have no type for. */
const MISSING = '〓';
/** A document that consists of them is not made readable by a longer list. */
const MOST_LISTED = 20;

/**
 * The document with every character that the font cannot draw as 〓, and with a note that says which they were: a
 * letter must not lose a character silently, nor fail for one.
 */
export function printableWith(document: LaidOut, coverage: FontCoverage): LaidOut {
  const missing = new Set<string>();
  const replaced = mapped(document, (text) =>
    text.replaceAll(/[^\n]/gu, (character) => {
      if (coverage.has(character.codePointAt(0)!)) return character;
      missing.add(character);
      return MISSING;
    }),
  ) as LaidOut;
  return missing.size === 0 ? replaced : { ...replaced, notes: [...replaced.notes, noteOf([...missing])] };
}

function noteOf(missing: readonly string[]): string {
  const codes = missing
    .slice(0, MOST_LISTED)
    .map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const more = missing.length > MOST_LISTED ? '等' : '';
  return `字库缺${missing.length}个字，以${MISSING}代替：${codes.join('、')}${more}`;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapped(member, change)]));
}
