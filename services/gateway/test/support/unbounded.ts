import { type JsonSchema, type NamedOperation, resolve } from './open-api.ts';

const INT32 = 2 ** 31 - 1;

/** Members of a request that may grow without limit, or past what a protobuf int32 holds; empty when none do. */
export function unboundedMembers(
  document: Record<string, unknown>,
  { operationId, operation }: NamedOperation,
): string[] {
  const found: string[] = [];
  const visit = (given: JsonSchema, place: string, above: readonly string[]): void => {
    if (given.$ref !== undefined && above.includes(given.$ref)) return;
    const inside = given.$ref === undefined ? above : [...above, given.$ref];
    const schema = resolve(document, given);
    const fault = faultOf(schema);
    if (fault !== undefined) found.push(`${place}: ${fault}`);
    for (const each of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(each, place, inside);
    if (schema.items !== undefined) visit(schema.items, `${place}[]`, inside);
    for (const [name, member] of Object.entries(schema.properties ?? {}))
      visit(member, `${place}/${name}`, inside);
  };
  const body = operation.requestBody?.content?.['application/json']?.schema;
  if (body !== undefined) visit(body, operationId, [JSON_VALUE]);
  for (const { name, schema } of operation.parameters ?? []) visit(schema, `${operationId}?${name}`, []);
  return found;
}

/** Bounded by the body's size and depth; the service that takes it checks its form. */
const JSON_VALUE = '#/components/schemas/JsonValueInput';

function faultOf(schema: JsonSchema): string | undefined {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined;
  switch (schema.type) {
    case 'string':
      return isBoundedText(schema) ? undefined : 'text without limit';
    case 'array':
      return schema.maxItems === undefined ? 'list without limit' : undefined;
    case 'integer':
    case 'number':
      return Math.max(schema.maximum ?? Infinity, -(schema.minimum ?? -Infinity)) > INT32
        ? 'number beyond int32'
        : undefined;
    case 'object':
      return schema.additionalProperties === undefined ? 'object that is not strict' : undefined;
    default:
      return undefined;
  }
}

function isBoundedText({ maxLength, format, pattern }: JsonSchema): boolean {
  if (maxLength !== undefined || format !== undefined) return true;
  return pattern !== undefined && !/[*+]\$$/.test(pattern);
}
