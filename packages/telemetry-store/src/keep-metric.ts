import type { OtlpMetric, OtlpMetricPoint } from './otlp-metrics.ts';
import { valuesOf } from './otlp-body.ts';
import type { KeptSeries, Sender } from './metric-store.ts';

/** The series of one metric of an export; points without a value are none. */
export function keepMetric(from: Sender, metric: OtlpMetric, heardAt: number): readonly KeptSeries[] {
  const points = metric.gauge?.dataPoints ?? metric.sum?.dataPoints ?? metric.histogram?.dataPoints ?? [];
  return points.flatMap((point) => {
    const value = valueOf(point);
    if (value === undefined) return [];
    const attributes = Object.fromEntries(
      [...valuesOf(point.attributes)].map(([key, found]) => [key, String(found)]),
    );
    return [{ ...from, name: metric.name, attributes, heardAt, value }];
  });
}

function valueOf(point: OtlpMetricPoint): KeptSeries['value'] | undefined {
  if (point.bucketCounts !== undefined) {
    return {
      count: Number(point.count ?? 0),
      sum: point.sum ?? 0,
      bounds: point.explicitBounds ?? [],
      counts: point.bucketCounts.map(Number),
    };
  }
  if (point.asDouble !== undefined) return point.asDouble;
  return point.asInt === undefined ? undefined : Number(point.asInt);
}
