import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { isChinese } from './is-chinese.ts';

/** What is wrong with the English of a text; undefined where nothing is. */
export function faultOf({ text, english }: { text: string; english: string }): string | undefined {
  if (english === '') return 'has no English';
  if (isChinese(english)) return 'is still Chinese in part';
  const named = namesIn(english);
  if (named === undefined) return `has English that cannot be read: ${english}`;
  const wanted = valuesIn(text);
  if (wanted.join() !== named.join())
    return `has the values ${wanted.join(' ')}, its English ${named.join(' ')}`;
  if (text.startsWith(' ') !== english.startsWith(' ') && !isChinese(text[0] ?? '')) {
    return 'and its English begin differently: with and without a space';
  }
  return undefined;
}

function valuesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, index]) => `{${index}}`))].toSorted();
}

function namesIn(english: string): readonly string[] | undefined {
  try {
    return [...new Set(parse(english).flatMap(argumentsOf))].map((name) => `{${name}}`).toSorted();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function argumentsOf(element: MessageFormatElement): readonly string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (element.type !== TYPE.plural && element.type !== TYPE.select)
    return 'value' in element ? [element.value] : [];
  const options = Object.values(element.options).flatMap(({ value }) => value.flatMap(argumentsOf));
  return [element.value, ...options];
}
