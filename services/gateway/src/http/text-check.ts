import type { GatewayCode } from './problem.ts';

/** Everything below U+0020 except tab, line feed and carriage return; DEL; C1. Postgres refuses U+0000 anyway. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
const RESERVED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface BadText {
  readonly code: Extract<GatewayCode, 'control-character' | 'lone-surrogate' | 'reserved-name'>;
  /** JSON pointer. */
  readonly field: string;
}

/** What is wrong with one piece of text, if anything. */
function badTextCode(text: string): 'control-character' | 'lone-surrogate' | undefined {
  if (CONTROL.test(text)) return 'control-character';
  return text.isWellFormed() ? undefined : 'lone-surrogate';
}

/** The first unusable text in a parsed JSON value of bounded depth: in a string or in a field's name. */
export function findBadText(value: unknown, pointer = ''): BadText | undefined {
  if (typeof value === 'string') {
    const code = badTextCode(value);
    return code === undefined ? undefined : { code, field: pointer };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (RESERVED_NAMES.has(name)) return { code: 'reserved-name', field: pointer };
    const code = badTextCode(name);
    if (code !== undefined) return { code, field: pointer };
    const bad = findBadText(member, `${pointer}/${pointerToken(name)}`);
    if (bad !== undefined) return bad;
  }
  return undefined;
}

const MAX_TOKEN = 100; // characters; a client may send a megabyte as a field's name

/** One reference token of a JSON pointer (RFC 6901), shortened. */
export function pointerToken(name: PropertyKey): string {
  return String(name).slice(0, MAX_TOKEN).replaceAll('~', '~0').replaceAll('/', '~1');
}
