import type { ESTree } from 'vite';
import type { FoundMessage, Span } from './found-message.ts';
import { isChinese } from './is-chinese.ts';

type Child = ESTree.JSXChild;

/** A child as a reader sees it: words, or something that stands among them. */
type Part = Span & { readonly words?: string; readonly value?: Span; readonly isApart?: boolean };

/**
 * The text between two tags is one message with whatever stands in it, so that a translation may put it in another
 * order. Elements without content of their own (icons, marks) at either end are no part of it.
 */
export function childMessages(children: readonly Child[]): readonly FoundMessage[] {
  const parts = trimmed(children.flatMap(partOf));
  if (!parts.some(({ words }) => words !== undefined && isChinese(words))) return [];
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const values: Span[] = [];
  let text = '';
  for (const { words, value } of parts) {
    if (value !== undefined) text += `{${values.push(value) - 1}}`;
    else text += words;
  }
  return [{ form: 'children', text, table: '', start: first.start, end: last.end, values }];
}

function partOf(child: Child): readonly Part[] {
  const { start, end } = child;
  if (child.type === 'JSXText') {
    if (child.raw?.includes('&') === true && isChinese(child.value)) {
      throw new Error(`write the character itself instead of ${child.raw.trim()}`);
    }
    const words = asReactReads(child.value);
    return words === '' ? [] : [{ start, end, words }];
  }
  if (child.type === 'JSXExpressionContainer') {
    const { expression } = child;
    if (expression.type === 'JSXEmptyExpression') return [];
    if (
      expression.type === 'Literal' &&
      typeof expression.value === 'string' &&
      !isChinese(expression.value)
    ) {
      return [{ start, end, words: expression.value }];
    }
    return [{ start, end, value: { start: expression.start, end: expression.end } }];
  }
  const isApart = child.type === 'JSXElement' && child.openingElement.selfClosing;
  return [{ start, end, value: { start, end }, isApart }];
}

function trimmed(parts: readonly Part[]): readonly Part[] {
  const from = parts.findIndex(({ isApart }) => isApart !== true);
  const to = parts.findLastIndex(({ isApart }) => isApart !== true);
  return from < 0 ? [] : parts.slice(from, to + 1);
}

/** Lines are trimmed where they were broken and joined by a space; empty ones go. */
function asReactReads(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .map((line, index) => {
      const begun = index === 0 ? line : line.trimStart();
      return index === lines.length - 1 ? begun : begun.trimEnd();
    })
    .filter((line) => line !== '')
    .join(' ');
}
