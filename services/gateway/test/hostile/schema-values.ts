import fc from 'fast-check';
import { type JsonSchema, resolve } from '../support/open-api.ts';

const LONGEST = 40; // characters of a generated text, items of a generated list
const DEEPEST = 6;
const CHARACTERS = ['关', '于', '加', '强', '道', '路', '养', '护', '的', '建', '议', ' ', 'a', 'b', '1'];

/** Values that a schema of the document admits, or nearly: what only a service would refuse is not known here. */
export function valuesOf(
  document: Record<string, unknown>,
  given: JsonSchema,
  depth = 0,
): fc.Arbitrary<unknown> {
  const schema = resolve(document, given);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) {
    const [first = {}] = alternatives;
    if (depth > DEEPEST) return valuesOf(document, first, depth);
    return fc.oneof(...alternatives.map((each) => valuesOf(document, each, depth + 1)));
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? (schema.type as string[])[0] : schema.type;
  switch (type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: clamp(schema.minimum ?? 0), max: clamp(schema.maximum ?? 1_000_000) });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return lists(document, schema, depth);
    case 'object':
      return objects(document, schema, depth);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function texts(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid({ version: [4, 7] });
  if (schema.format === 'date') return days();
  if (schema.format === 'date-time') return days().map((day) => `${day}T09:00:00+08:00`);
  if (schema.pattern !== undefined) return matching(schema.pattern);
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.max(minLength, Math.min(schema.maxLength ?? LONGEST, LONGEST));
  return fc
    .array(fc.constantFrom(...CHARACTERS), { minLength, maxLength })
    .map((characters) => characters.join(''));
}

function days(): fc.Arbitrary<string> {
  const range = { min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true };
  return fc.date(range).map((date) => date.toISOString().slice(0, 10));
}

/** Patterns with parts that fast-check cannot generate from fall back to words. */
function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  } catch {
    return fc.constantFrom('a', '1', '关于');
  }
}

function lists(document: Record<string, unknown>, schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const minLength = schema.minItems ?? 0;
  const maxLength = depth > DEEPEST ? minLength : Math.max(minLength, Math.min(schema.maxItems ?? 3, 3));
  return fc.array(valuesOf(document, schema.items ?? {}, depth + 1), { minLength, maxLength });
}

function objects(
  document: Record<string, unknown>,
  schema: JsonSchema,
  depth: number,
): fc.Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [
    name,
    valuesOf(document, member, depth + 1),
  ]);
  const requiredKeys = [...(schema.required ?? [])];
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys,
    noNullPrototype: true,
  });
}

function clamp(bound: number): number {
  return Math.max(-1_000_000_000, Math.min(1_000_000_000, bound));
}
