import { IntlMessageFormat } from 'intl-messageformat';
import { english } from './english.po';
import { filled, translateWith } from './say.ts';

/** Plural and select need the formatter; it stays for the next time. */
const FORMATS = new Map<string, IntlMessageFormat>();

/** Has everything that is said from now on said in English; a text without English stays Chinese. */
export function speakEnglish(): void {
  translateWith((text, values, context) => {
    const words = english[context === '' ? text : `${context}\u0004${text}`];
    if (words === undefined) return undefined;
    return /\{\d+,/.test(words) ? formatted(words, values) : filled(words, values);
  });
}

function formatted(words: string, values: readonly unknown[]): readonly unknown[] {
  const format = FORMATS.get(words) ?? new IntlMessageFormat(words, 'en');
  FORMATS.set(words, format);
  const said = format.format<unknown>(Object.fromEntries(values.entries()));
  return Array.isArray(said) ? (said as unknown[]) : [said];
}
