import { z } from 'zod';
import { OtlpRefusal } from './otlp-refusal.ts';

/** OTLP's AnyValue in JSON; of lists and maps nothing is kept. */
const anyValue = z.looseObject({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
  doubleValue: z.number().optional(),
  boolValue: z.boolean().optional(),
});
const keyValue = z.looseObject({ key: z.string(), value: anyValue });
export const attributeList = z.array(keyValue).default([]);
export const otlpResource = z.looseObject({ attributes: attributeList }).default({ attributes: [] });

const traceId = z.string().regex(/^[0-9a-f]{32}$/i);
const spanId = z.string().regex(/^[0-9a-f]{16}$/i);
/** uint64 in JSON is text; nanoseconds since 1970. */
const nanos = z.union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative()]);

const span = z.looseObject({
  traceId,
  spanId,
  parentSpanId: z.union([spanId, z.literal('')]).default(''),
  name: z.string(),
  kind: z.int().min(0).max(5).default(0),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  attributes: attributeList,
  links: z.array(z.looseObject({ traceId, spanId })).default([]),
  status: z.looseObject({ code: z.int().optional() }).default({}),
});

const logRecord = z.looseObject({
  timeUnixNano: nanos.optional(),
  observedTimeUnixNano: nanos.optional(),
  severityText: z.string().default(''),
  body: anyValue.optional(),
  traceId: z.union([traceId, z.literal('')]).default(''),
  spanId: z.union([spanId, z.literal('')]).default(''),
});

const tracesBody = z.looseObject({
  resourceSpans: z
    .array(
      z.looseObject({
        resource: otlpResource,
        scopeSpans: z.array(z.looseObject({ spans: z.array(span).default([]) })).default([]),
      }),
    )
    .default([]),
});

const logsBody = z.looseObject({
  resourceLogs: z
    .array(
      z.looseObject({
        resource: otlpResource,
        scopeLogs: z.array(z.looseObject({ logRecords: z.array(logRecord).default([]) })).default([]),
      }),
    )
    .default([]),
});

export type OtlpSpan = z.output<typeof span>;
export type OtlpLogRecord = z.output<typeof logRecord>;

/** One value of an OTLP attribute list; lists and maps are none. */
export type Attributes = ReadonlyMap<string, string | number | boolean>;

export interface Received<Item> {
  readonly service: string;
  readonly items: readonly Item[];
}

/** An ExportTraceServiceRequest in JSON. Throws OtlpRefusal. */
export function readTraces(text: string): readonly Received<OtlpSpan>[] {
  return parsed(tracesBody, text).resourceSpans.map(({ resource: from, scopeSpans }) => ({
    service: serviceOf(from.attributes),
    items: scopeSpans.flatMap(({ spans }) => spans),
  }));
}

/** An ExportLogsServiceRequest in JSON. Throws OtlpRefusal. */
export function readLogs(text: string): readonly Received<OtlpLogRecord>[] {
  return parsed(logsBody, text).resourceLogs.map(({ resource: from, scopeLogs }) => ({
    service: serviceOf(from.attributes),
    items: scopeLogs.flatMap(({ logRecords }) => logRecords),
  }));
}

export function valuesOf(list: z.output<typeof attributeList>): Attributes {
  return new Map(
    list.flatMap(({ key, value: { stringValue, intValue, doubleValue, boolValue } }) => {
      const value = stringValue ?? (intValue === undefined ? undefined : Number(intValue));
      const known = value ?? doubleValue ?? boolValue;
      return known === undefined ? [] : [[key, known] as const];
    }),
  );
}

export function microseconds(unixNano: string | number): number {
  return Number(BigInt(unixNano) / 1000n);
}

function serviceOf(list: z.output<typeof attributeList>): string {
  return String(valuesOf(list).get('service.name') ?? 'unknown').slice(0, 64);
}

/** A body of that shape. Throws OtlpRefusal, which quotes nothing of it. */
export function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new OtlpRefusal('not-json', 'the body is not JSON');
  }
  const read = schema.safeParse(json, { reportInput: false });
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new OtlpRefusal('not-otlp', `not OTLP: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`);
}
