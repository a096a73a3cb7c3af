import { parseSync, type ESTree } from 'vite';
import { childMessages } from './child-messages.ts';
import type { FoundMessage, Span } from './found-message.ts';
import { isChinese } from './is-chinese.ts';

type Node = ESTree.Node;

/** Where the walk is: the word table around a literal, '' outside of one. */
interface Place {
  readonly isWordFile: boolean;
  readonly table: string;
}

/**
 * Every Chinese text of a TypeScript source that a person may read: string literals, templates, attributes and the
 * text between tags, with what stands in it as {0}, {1} in its order. Types, keys, module names and what is handed to
 * `inChinese` are none. In files
 * named …words.ts the literals of a table carry its name, because one word there has several meanings.
 * Throws on a source it cannot read.
 */
export function findMessages(source: string, file: string): readonly FoundMessage[] {
  const { program, errors } = parseSync(file, source);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const found: FoundMessage[] = [];
  walk(program, { isWordFile: file.endsWith('words.ts'), table: '' }, found);
  return found.toSorted((one, other) => one.start - other.start);
}

function walk(node: Node, place: Place, found: FoundMessage[]): void {
  if (node.type.startsWith('TS') && !TRANSPARENT.has(node.type)) return;
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'inChinese')
    return;
  const message = messageOf(node, place);
  if (message !== undefined) found.push(message);
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') found.push(...childMessages(node.children));
  for (const [key, child] of childrenOf(node)) walk(child, placeOf(node, key, place), found);
}

/** Of these TypeScript forms only the expression is more than a type. */
const TRANSPARENT = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
/** Parts of a node that are no values. */
const NO_VALUE: Readonly<Record<string, string>> = {
  ImportDeclaration: 'source',
  ExportNamedDeclaration: 'source',
  ExportAllDeclaration: 'source',
  ImportExpression: 'source',
};

function* childrenOf(node: Node): Generator<[string, Node]> {
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (NO_VALUE[node.type] === key) continue;
    if (node.type === 'Property' && key === 'key' && !node.computed) continue;
    if (node.type === 'JSXAttribute' && node.value?.type === 'Literal') continue;
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) yield [key, child];
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function messageOf(node: Node, { table }: Place): FoundMessage | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string' && isChinese(node.value)) {
    return { form: 'text', text: node.value, table, start: node.start, end: node.end, values: [] };
  }
  if (node.type === 'JSXAttribute' && node.value?.type === 'Literal' && isChinese(node.value.value)) {
    const { value, start, end } = node.value;
    return { form: 'attribute', text: value, table: '', start, end, values: [] };
  }
  if (node.type === 'TemplateLiteral') return templateMessage(node);
  return undefined;
}

function templateMessage({
  quasis,
  expressions,
  start,
  end,
}: ESTree.TemplateLiteral): FoundMessage | undefined {
  const pieces = quasis.map(({ value }) => value.cooked ?? value.raw);
  if (!pieces.some(isChinese)) return undefined;
  const text = pieces.map((piece, index) => (index === 0 ? piece : `{${index - 1}}${piece}`)).join('');
  const values = expressions.map((each): Span => ({ start: each.start, end: each.end }));
  return { form: 'text', text, table: '', start, end, values };
}

function placeOf(parent: Node, key: string, place: Place): Place {
  if (!place.isWordFile) return place;
  if (parent.type === 'VariableDeclarator' && key === 'init' && parent.id.type === 'Identifier') {
    return { ...place, table: parent.id.name };
  }
  if (parent.type === 'Property' && key === 'value' && parent.value.type === 'ObjectExpression') {
    return { ...place, table: nameOf(parent.key) };
  }
  return place;
}

function nameOf(key: ESTree.PropertyKey): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}
