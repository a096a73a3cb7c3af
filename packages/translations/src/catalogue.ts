import PO from 'pofile';
import { faultOf } from './fault-of.ts';
import type { FoundMessage } from './found-message.ts';

/** A text with the places where it stands, and its English; '' where nobody has written it yet. */
export interface Entry {
  readonly text: string;
  /** A word table or a file in which the text means something of its own; '' for everywhere else. */
  readonly context: string;
  readonly files: readonly string[];
  readonly english: string;
}

/** What is found in one source, by its path below the application's. */
export interface FoundIn {
  readonly file: string;
  readonly messages: readonly FoundMessage[];
}

export function parseCatalogue(po: string): readonly Entry[] {
  return PO.parse(po).items.map(({ msgid, msgctxt, references, msgstr }) => ({
    text: msgid,
    context: msgctxt ?? '',
    files: references,
    english: msgstr[0] ?? '',
  }));
}

/** A file's own meaning counts only where the catalogue has an entry for it. */
export function contextIn(entries: readonly Entry[]): (message: FoundMessage, file: string) => string {
  const own = new Set(entries.map((entry) => keyOf(entry)));
  return ({ text, table }, file) => {
    if (table !== '') return table;
    return own.has(keyOf({ text, context: file })) ? file : '';
  };
}

/** How the interface asks for a text. */
export function keyOf({ text, context }: Pick<Entry, 'text' | 'context'>): string {
  return context === '' ? text : `${context}\u0004${text}`;
}

/** The catalogue of these sources: what it has stays, what is new has no English, what nobody says any more goes. */
export function catalogueOf(sources: readonly FoundIn[], kept: readonly Entry[]): readonly Entry[] {
  const english = new Map(kept.map((entry) => [keyOf(entry), entry.english]));
  const contextOf = contextIn(kept);
  const entries = new Map<string, { text: string; context: string; files: Set<string> }>();
  for (const { file, messages } of sources) {
    for (const message of messages) {
      const entry = { text: message.text, context: contextOf(message, file), files: new Set<string>() };
      const key = keyOf(entry);
      entries.set(key, entries.get(key) ?? entry);
      entries.get(key)?.files.add(file);
    }
  }
  return [...entries].map(([key, { text, context, files }]) => ({
    text,
    context,
    files: [...files],
    english: english.get(key) ?? '',
  }));
}

export function writeCatalogue(entries: readonly Entry[]): string {
  const po = new PO();
  po.headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    Language: 'en',
  };
  for (const { text, context, files, english } of entries) {
    const item = new PO.Item();
    item.msgid = text;
    if (context !== '') item.msgctxt = context;
    item.references = [...files];
    item.msgstr = [english];
    po.items.push(item);
  }
  return `${po.toString().trimEnd()}\n`;
}

/** What is wrong with the English, one line each. */
export function faultsOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap((entry) => {
    const fault = faultOf(entry);
    return fault === undefined ? [] : [`${entry.files[0] ?? ''}: “${entry.text}” ${fault}`];
  });
}

/** The English by the key the interface asks with. */
export function dictionaryOf(entries: readonly Entry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map((entry) => [keyOf(entry), entry.english]));
}
