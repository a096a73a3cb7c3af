import { problem, type ProblemError } from './problem.ts';
import { findBadText } from './text-check.ts';

/** Deepest nesting of a request body; the deepest real one (a plan with milestones) has 6. */
const MAX_DEPTH = 24;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Parses a request body: UTF-8 only, bounded nesting, no control characters, no names that reach prototypes.
 * An empty body is `undefined`. Throws a ProblemError; the text of the body never appears in it.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  refuseDeepNesting(text);
  const value = parse(text);
  if (value === null) throw problem('wrong-type', { in: 'body', field: '' });
  const bad = findBadText(value);
  if (bad !== undefined) throw problem(bad.code, { in: 'body', field: bad.field });
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw problem('body-not-utf8', { in: 'body', cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

/** V8's SyntaxError quotes the input, so it is not kept as the cause. */
function malformed(): ProblemError {
  return problem('malformed-json', { in: 'body' });
}

/** Counts brackets outside strings before parsing, so that depth costs neither stack nor memory. */
function refuseDeepNesting(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') {
      inString = true;
    } else if (char === '{' || char === '[') {
      if (++depth > MAX_DEPTH) throw problem('nesting-too-deep', { in: 'body' });
    } else if (char === '}' || char === ']') {
      depth--;
    }
  }
}
