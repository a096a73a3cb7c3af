import fc from 'fast-check';
import type { JsonSchema } from '../support/open-api.ts';
import { always, type Corruption, hasMembers, isChange, object } from './corruption.ts';
import { bodySchemaOf, membersOf, type Subject } from './draft.ts';

const isText = ({ type }: JsonSchema): boolean => type === 'string';
const needsBody = (subject: Subject): boolean => subject.operation.requestBody?.required === true;

/** Puts one of `values` into one of the body's members that pass `test`. */
function replaceMember(
  test: (schema: JsonSchema) => boolean,
  values: fc.Arbitrary<unknown>,
): Pick<Corruption, 'applies' | 'spoil'> {
  return {
    applies: (subject) => isChange(subject) && membersOf(subject, test).length > 0,
    spoil: (draft, subject) =>
      fc
        .tuple(fc.constantFrom(...membersOf(subject, test)), values)
        .map(([name, value]) => ({ ...draft, body: { ...object(draft.body), [name]: value } })),
  };
}

const BAD_CHARACTERS = ['\u0000', '\u0001', '\u0007', '\u001b', '\u007f', '\u0085', '\ud800', '\udfff'];
const BROKEN_JSON = [
  '{',
  '{"a":',
  '[1,',
  '"',
  '{"a" 1}',
  '{a:1}',
  "{'a':1}",
  'nul',
  '01',
  '{"a":1}}',
  '\u00a0',
  '// x',
];
const STRANGE_TOPS = ['[]', '[{}]', '"text"', '1', 'true', 'null', '1e999'];

/** Bodies that are no JSON, too much, or not what the schema says. */
export const BODY_CORRUPTIONS: readonly Corruption[] = [
  {
    name: 'malformed JSON',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) => fc.constantFrom(...BROKEN_JSON).map((raw) => ({ ...draft, raw })),
  },
  {
    name: 'cut JSON',
    outcome: 'refused',
    applies: (subject) => isChange(subject) && hasMembers(subject),
    spoil: (draft) =>
      fc.nat({ max: 1000 }).map((cut) => {
        const text = JSON.stringify({ ...object(draft.body), '': 0 });
        return { ...draft, raw: text.slice(0, 1 + (cut % (text.length - 1))) };
      }),
  },
  {
    name: 'strange top',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) => fc.constantFrom(...STRANGE_TOPS).map((raw) => ({ ...draft, raw })),
  },
  {
    name: 'wrong type',
    outcome: 'refused',
    ...replaceMember(
      ({ type, enum: choices }) => type !== undefined && type !== 'object' && choices === undefined,
      fc.constantFrom({ a: { b: 1 } }, { length: 1 }),
    ),
  },
  {
    name: 'unlike values',
    outcome: 'survived',
    ...replaceMember(
      always,
      fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(-1, 0, 2 ** 31, 2 ** 63, 1e308, 1.5, '', ' ', [[]], [null]),
      ),
    ),
  },
  {
    name: 'unknown field',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) =>
      fc
        .tuple(
          fc.constantFrom('isAdmin', 'tenant', 'id', 'version', 'actor', '~/', 'toString', 'x'.repeat(5000)),
          fc.jsonValue(),
        )
        .map(([name, value]) => ({ ...draft, body: { ...object(draft.body), [`${name}_`]: value } })),
  },
  {
    name: 'prototype names',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) =>
      fc
        .constantFrom('{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}', '{"a":[{"__proto__":1}]}')
        .map((raw) => ({ ...draft, raw })),
  },
  {
    name: 'missing field',
    outcome: 'refused',
    applies: (subject) => isChange(subject) && (bodySchemaOf(subject)?.required?.length ?? 0) > 0,
    spoil: (draft, subject) =>
      fc.constantFrom(...(bodySchemaOf(subject)?.required ?? [])).map((name) => {
        const { [name]: _dropped, ...body } = object(draft.body);
        return { ...draft, body };
      }),
  },
  {
    name: 'text of 1 MB',
    outcome: 'refused',
    ...replaceMember(
      (schema) => isText(schema) && (schema.maxLength !== undefined || schema.pattern !== undefined),
      fc.constantFrom('x'.repeat(1_000_000), '长'.repeat(330_000)),
    ),
  },
  {
    name: 'body of 2 MB',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) => fc.constant({ ...draft, raw: `{"a":"${'x'.repeat(2_000_000)}"}` }),
  },
  {
    name: 'control characters',
    outcome: 'refused',
    ...replaceMember(
      isText,
      fc.constantFrom(...BAD_CHARACTERS).map((bad) => `关于${bad}道路`),
    ),
  },
  {
    name: 'strange but printable text',
    outcome: 'survived',
    ...replaceMember(
      isText,
      fc.oneof(
        fc.constantFrom(
          '\u202eabc',
          '\u200b',
          '\ufeff',
          '😀'.repeat(30),
          "'; drop table event; --",
          '${7*7}',
          '{{7*7}}',
        ),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
      ),
    ),
  },
  {
    name: 'deep nesting',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) =>
      fc.tuple(fc.integer({ min: 30, max: 100_000 }), fc.boolean()).map(([depth, arrays]) => {
        const [open, close] = arrays ? ['[', ']'] : ['{"a":', '}'];
        return { ...draft, raw: `{"a":${open.repeat(depth)}0${close.repeat(depth)}}` };
      }),
  },
  {
    name: 'not UTF-8',
    outcome: 'refused',
    applies: isChange,
    spoil: (draft) =>
      fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => ({
        ...draft,
        raw: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), bytes]),
      })),
  },
  {
    name: 'no body',
    outcome: 'refused',
    applies: (subject) => isChange(subject) && needsBody(subject),
    spoil: (draft) =>
      fc
        .constantFrom(undefined, '')
        .map((raw) => ({ ...draft, body: undefined, ...(raw === undefined ? {} : { raw }) })),
  },
];
