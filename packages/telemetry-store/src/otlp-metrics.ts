import { z } from 'zod';
import { attributeList, otlpResource, parsed, valuesOf } from './otlp-body.ts';
import type { Sender } from './metric-store.ts';

/** int64 in JSON is text. */
const integer = z.union([z.string().regex(/^-?\d{1,20}$/), z.number()]);

const point = z.looseObject({
  attributes: attributeList,
  asDouble: z.number().optional(),
  asInt: integer.optional(),
  count: integer.optional(),
  sum: z.number().optional(),
  bucketCounts: z.array(integer).max(200).optional(),
  explicitBounds: z.array(z.number()).max(200).optional(),
});
const points = z.looseObject({ dataPoints: z.array(point).default([]) }).optional();

const metric = z.looseObject({
  name: z.string().min(1).max(200),
  gauge: points,
  sum: points,
  histogram: points,
});

const metricsBody = z.looseObject({
  resourceMetrics: z
    .array(
      z.looseObject({
        resource: otlpResource,
        scopeMetrics: z.array(z.looseObject({ metrics: z.array(metric).default([]) })).default([]),
      }),
    )
    .default([]),
});

export type OtlpMetric = z.output<typeof metric>;
export type OtlpMetricPoint = z.output<typeof point>;

const LONGEST_NAME = 64;

/** An ExportMetricsServiceRequest in JSON, cumulative. Throws OtlpRefusal. */
export function readMetrics(text: string): readonly { from: Sender; metrics: readonly OtlpMetric[] }[] {
  return parsed(metricsBody, text).resourceMetrics.map(({ resource: { attributes }, scopeMetrics }) => {
    const known = valuesOf(attributes);
    const named = (key: string): string => String(known.get(key) ?? 'unknown').slice(0, LONGEST_NAME);
    return {
      from: { service: named('service.name'), instance: named('service.instance.id') },
      metrics: scopeMetrics.flatMap(({ metrics }) => metrics),
    };
  });
}
