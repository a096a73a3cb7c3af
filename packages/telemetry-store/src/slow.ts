import type { Layer } from './kept.ts';

/** Longer than this is marked as slow; microseconds. Commands are promised within 500 ms, delivery within 5 s. */
export const SLOW_US: Readonly<Record<Layer, number>> = {
  http: 500_000,
  grpc: 500_000,
  database: 100_000,
  cache: 50_000,
  relay: 1_000_000,
  consumer: 1_000_000,
  internal: 500_000,
};
