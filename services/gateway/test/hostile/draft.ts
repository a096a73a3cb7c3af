import fc from 'fast-check';
import { type JsonSchema, type NamedOperation, type Parameter, resolve } from '../support/open-api.ts';
import { valuesOf } from './schema-values.ts';

/** A request on its way to becoming hostile. */
export interface Draft {
  readonly method: string;
  readonly path: string;
  /** Without `?`, already escaped. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; undefined sends no body. */
  readonly body: unknown;
  /** Sent instead of `body`, as it is. */
  readonly raw?: string | Buffer;
}

export interface Subject extends NamedOperation {
  readonly document: Record<string, unknown>;
}

export function parametersOf({ operation }: Subject, place: Parameter['in']): readonly Parameter[] {
  return (operation.parameters ?? []).filter((parameter) => parameter.in === place);
}

/** The body's schema, resolved; undefined when the operation takes none. */
export function bodySchemaOf({ document, operation }: Subject): JsonSchema | undefined {
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  return schema === undefined ? undefined : resolve(document, schema);
}

/** Members of the body whose resolved schema passes `test`. */
export function membersOf(subject: Subject, test: (schema: JsonSchema) => boolean): string[] {
  const properties = bodySchemaOf(subject)?.properties ?? {};
  return Object.entries(properties)
    .filter(([, schema]) => test(resolve(subject.document, schema)))
    .map(([name]) => name);
}

/** A request as the document asks for it, with ids that do not exist. */
export function wellFormed(subject: Subject): fc.Arbitrary<Draft> {
  const { document, method, path } = subject;
  const values = (place: Parameter['in'], isKept: (parameter: Parameter) => boolean): fc.Arbitrary<object> =>
    fc.record(
      Object.fromEntries(
        parametersOf(subject, place)
          .filter(isKept)
          .map(({ name, schema }) => [name, valuesOf(document, schema)]),
      ),
    );
  const schema = bodySchemaOf(subject);
  return fc
    .record({
      path: values('path', () => true),
      query: values('query', ({ required }) => required === true),
      key: fc.uuid(),
      body: schema === undefined ? fc.constant(undefined) : valuesOf(document, schema),
    })
    .map((parts) => ({
      method,
      path: filled(path, parts.path as Record<string, unknown>),
      query: new URLSearchParams(parts.query as Record<string, string>).toString(),
      headers: {
        ...(method === 'POST' ? { 'idempotency-key': parts.key } : {}),
        ...(needsIfMatch(subject) ? { 'if-match': '"1"' } : {}),
      },
      body: parts.body,
    }));
}

export function takesIfMatch(subject: Subject): boolean {
  return parametersOf(subject, 'header').some(({ name }) => name.toLowerCase() === 'if-match');
}

function needsIfMatch(subject: Subject): boolean {
  return parametersOf(subject, 'header').some(
    ({ name, required }) => name.toLowerCase() === 'if-match' && required === true,
  );
}

/** Fills `{id}` of a path. */
export function filled(path: string, values: Record<string, unknown>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(values[name])));
}
