import { metrics, type Attributes } from '@opentelemetry/api';
import { OWN_METRICS, type MetricSpec, type OwnMetric } from './schema.ts';

type OwnOf<Kind extends string> = Extract<(typeof OWN_METRICS)[number], { readonly kind: Kind }>['name'];

export type OwnGauge = OwnOf<'gauge'>;
/** What may be read at any time; unlike gauges, the series of a count may be added up. */
type Observable = OwnOf<'gauge' | 'up-down-counter'>;

/** One value of a gauge or count, with what tells its series apart. */
export interface Reading {
  readonly value: number;
  readonly attributes?: Attributes;
}

const METER = '@huiyin/metrics';

/**
 * A declared gauge or count that is read whenever metrics are sent, and never while nobody collects them. A reading
 * that fails is told to `onError` and left out: an old value would say that all is well.
 */
export function observe(
  name: Observable,
  read: () => Promise<readonly Reading[]> | readonly Reading[],
  onError: (error: unknown) => void,
): void {
  const meter = metrics.getMeter(METER);
  const options = optionsOf(name);
  const instrument =
    specOf(name).kind === 'gauge'
      ? meter.createObservableGauge(name, options)
      : meter.createObservableUpDownCounter(name, options);
  instrument.addCallback(async (result) => {
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
/** The same for databases, which are quicker. */
const DATABASE_BOUNDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

function optionsOf(name: OwnMetric) {
  const { kind, unit, says } = specOf(name);
  const bounds = name === 'db.client.operation.duration' ? DATABASE_BOUNDS : DURATION_BOUNDS;
  return {
    ...{ unit, description: says },
    ...(kind === 'histogram' ? { advice: { explicitBucketBoundaries: bounds } } : {}),
  };
}

function specOf(name: OwnMetric): MetricSpec {
  const spec = OWN_METRICS.find((metric) => metric.name === name);
  if (spec === undefined) throw new Error(`${name} is not declared`);
  return spec;
}
