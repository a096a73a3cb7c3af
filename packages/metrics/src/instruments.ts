import { metrics, type Attributes } from '@opentelemetry/api';
import { OWN_METRICS, type OwnMetric } from './schema.ts';

type OwnOf<Kind extends string> = Extract<(typeof OWN_METRICS)[number], { readonly kind: Kind }>['name'];

export type OwnGauge = OwnOf<'gauge'>;

/** One value of a gauge, with what tells its series apart. */
export interface Reading {
  readonly value: number;
  readonly attributes?: Attributes;
}

const METER = '@huiyin/metrics';

/**
 * A declared gauge that is read whenever metrics are sent, and never while nobody collects them. A reading that fails is
 * told to `onError` and left out: an old value would say that all is well.
 */
export function observe(
  name: OwnGauge,
  read: () => Promise<readonly Reading[]> | readonly Reading[],
  onError: (error: unknown) => void,
): void {
  const gauge = metrics.getMeter(METER).createObservableGauge(name, optionsOf(name));
  gauge.addCallback(async (result) => {
    try {
      for (const { value, attributes } of await read()) result.observe(value, attributes);
    } catch (error) {
      onError(error);
    }
  });
}

/** A declared histogram of durations; answers how to record one, in seconds. */
export function durations(name: OwnOf<'histogram'>): (seconds: number, attributes: Attributes) => void {
  const histogram = metrics.getMeter(METER).createHistogram(name, optionsOf(name));
  return (seconds, attributes) => histogram.record(seconds, attributes);
}

/** Bounds of the semantic conventions for durations, seconds. */
const DURATION_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

function optionsOf(name: OwnMetric) {
  const spec = OWN_METRICS.find((metric) => metric.name === name);
  if (spec === undefined) throw new Error(`${name} is not declared`);
  const advice = spec.kind === 'histogram' ? { advice: { explicitBucketBoundaries: DURATION_BOUNDS } } : {};
  return { unit: spec.unit, description: spec.says, ...advice };
}
