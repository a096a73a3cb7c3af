/** How much is kept; whatever is over goes, the oldest first. */
export interface Retention {
  /** Rough size in memory. */
  readonly bytes: number;
  readonly spans: number;
  readonly ageMs: number;
  /** Of one trace: a sweep over all cases must not push out everything else. */
  readonly spansOfTrace: number;
  readonly linesOfTrace: number;
}

export const RETENTION: Retention = {
  bytes: 32 * 1024 * 1024,
  spans: 60_000,
  ageMs: 24 * 60 * 60 * 1000,
  spansOfTrace: 4_000,
  linesOfTrace: 500,
};
