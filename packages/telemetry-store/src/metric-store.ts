import { METRICS } from '@huiyin/metrics/schema';
import type { MetricSeries } from './answers.ts';

/** A process that sends. */
export interface Sender {
  readonly service: string;
  /** Replicas of a service have one each. */
  readonly instance: string;
}

/** One series as it was last heard: what tells it apart, and its value or distribution. */
export interface KeptSeries extends Sender {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly heardAt: number;
  readonly value: number | Distribution;
}

/** Durations since the process started, counted by bounds. */
export interface Distribution {
  readonly count: number;
  readonly sum: number;
  /** Upper bounds; the last count is of what is above all of them. */
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
}

/** More than an installation of this size has; what is over is counted, not kept. */
const MOST_SERIES = 20_000;
/** A process that has been silent for longer is gone, and its values with it. Milliseconds. */
const SILENT_MS = 90_000;

const DECLARED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  METRICS.map(({ name, attributes }) => [name, new Set(attributes)]),
);

/**
 * The latest of every declared metric, in memory. A name that the schema does not know, or one of its attributes, is not
 * kept but named: whoever adds a metric declares it.
 */
export class MetricStore {
  readonly #now: () => number;
  readonly #series = new Map<string, KeptSeries>();
  readonly #undeclared = new Set<string>();
  #overflow = 0;

  /** `now` answers milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  add(series: readonly KeptSeries[]): void {
    for (const one of series) this.#add(one);
    const oldest = this.#now() - SILENT_MS;
    for (const [key, { heardAt }] of this.#series) if (heardAt < oldest) this.#series.delete(key);
  }

  #add(series: KeptSeries): void {
    const { service, instance, name, attributes } = series;
    const declared = DECLARED.get(name);
    const unknown = Object.keys(attributes).filter((key) => declared?.has(key) !== true);
    if (declared === undefined || unknown.length > 0) {
      this.#undeclared.add([name, ...unknown.toSorted()].join(' '));
      return;
    }
    const apart = Object.entries(attributes).toSorted(([a], [b]) => a.localeCompare(b));
    const key = JSON.stringify([service, instance, name, apart]);
    if (!this.#series.has(key) && this.#series.size >= MOST_SERIES) this.#overflow += 1;
    else this.#series.set(key, series);
  }

  /** Series of processes that still speak. */
  series(): readonly MetricSeries[] {
    const oldest = this.#now() - SILENT_MS;
    return [...this.#series.values()]
      .filter(({ heardAt }) => heardAt >= oldest)
      .map(({ service, instance, name, attributes, value }) => ({
        ...{ service, instance, name, attributes: { ...attributes } },
        ...(typeof value === 'number' ? { value } : { distribution: summaryOf(value) }),
      }));
  }

  /** Names that came without being declared, each with the attributes that were not. */
  undeclared(): readonly string[] {
    return [...this.#undeclared].toSorted();
  }

  /** Series there was no room for. */
  overflow(): number {
    return this.#overflow;
  }
}

function summaryOf(distribution: Distribution): NonNullable<MetricSeries['distribution']> {
  const { count, sum } = distribution;
  return { count, sum, p50: quantile(distribution, 0.5), p95: quantile(distribution, 0.95) };
}

/**
 * Seconds below which that share of the values lies, evenly spread within their bounds. What is above all bounds counts as
 * the last one: an estimate never says more than what was measured.
 */
export function quantile({ count, bounds, counts }: Distribution, share: number): number {
  if (count === 0) return 0;
  const wanted = share * count;
  let below = 0;
  for (const [index, inBucket] of counts.entries()) {
    const upper = bounds[index];
    if (upper === undefined) break;
    if (inBucket > 0 && below + inBucket >= wanted) {
      const lower = bounds[index - 1] ?? 0;
      return lower + ((wanted - below) / inBucket) * (upper - lower);
    }
    below += inBucket;
  }
  return bounds.at(-1) ?? 0;
}
