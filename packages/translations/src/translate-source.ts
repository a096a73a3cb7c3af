import MagicString, { type SourceMap } from 'magic-string';
import { findMessages } from './find-messages.ts';
import type { FoundMessage } from './found-message.ts';

interface Translated {
  readonly code: string;
  readonly map: SourceMap;
}

/**
 * The source with every Chinese text asked for from `runtime`, a module that exports `say` (a string) and `show` (what
 * React draws); both take the text, its values and its context. `contextOf` names the context of a message, '' where
 * its text has one meaning. Undefined where there is none.
 */
export function translateSource(
  source: string,
  file: string,
  { runtime, contextOf }: { runtime: string; contextOf: (message: FoundMessage) => string },
): Translated | undefined {
  const found = findMessages(source, file);
  if (found.length === 0) return undefined;
  const text = new MagicString(source);
  for (const message of found) replace(text, message, contextOf(message));
  text.prepend(`import { say as say$, show as show$ } from ${JSON.stringify(runtime)};\n`);
  return { code: text.toString(), map: text.generateMap({ source: file, hires: true }) };
}

/** Only what stands around the values is written over: they may hold messages of their own. */
function replace(
  text: MagicString,
  { form, values, start, end, ...message }: FoundMessage,
  context: string,
): void {
  const call = form === 'children' && values.length > 0 ? 'show$' : 'say$';
  const [before, after] = form === 'text' ? ['', ''] : ['{', '}'];
  const opening = `${before}${call}(${JSON.stringify(message.text)}`;
  const closing = `${context === '' ? '' : `, ${JSON.stringify(context)}`})${after}`;
  const [first] = values;
  if (first === undefined) {
    put(text, start, end, `${opening}${context === '' ? '' : ', []'}${closing}`);
    return;
  }
  put(text, start, first.start, `${opening}, [`);
  for (const [index, value] of values.entries()) {
    const next = values[index + 1];
    if (next === undefined) put(text, value.end, end, `]${closing}`);
    else put(text, value.end, next.start, ', ');
  }
}

function put(text: MagicString, start: number, end: number, words: string): void {
  if (start === end) text.appendLeft(start, words);
  else text.overwrite(start, end, words);
}
