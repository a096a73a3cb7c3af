import { cloneElement, isValidElement, type ReactNode } from 'react';

/** Makes of a Chinese text with its values another language's, in pieces; undefined where it has none. */
type Translate = (
  text: string,
  values: readonly unknown[],
  context: string,
) => readonly unknown[] | undefined;

let translate: Translate = () => undefined;

/** To be called before any other module says something. */
export function translateWith(other: Translate): void {
  translate = other;
}

/** A text of the interface with its values for {0}, {1} in the language of the page. */
export function say(text: string, values: readonly unknown[] = [], context = ''): string {
  return pieces(text, values, context).map(String).join('');
}

/** The same where values are drawn by React: children as they stood in the text, each known by its place. */
export function show(text: string, values: readonly ReactNode[], context = ''): ReactNode {
  const children = pieces(text, values, context) as readonly ReactNode[];
  return children.map((child, index) =>
    isValidElement(child) && child.key === null ? cloneElement(child, { key: index }) : child,
  );
}

function pieces(text: string, values: readonly unknown[], context: string): readonly unknown[] {
  return translate(text, values, context) ?? filled(text, values);
}

/** The pieces between placeholders with the values in their places. */
export function filled(text: string, values: readonly unknown[]): readonly unknown[] {
  if (values.length === 0) return [text];
  const parts: readonly string[] = text.split(/\{(\d+)\}/);
  return parts.map((part, index) => (index % 2 === 0 ? part : values[Number(part)]));
}
