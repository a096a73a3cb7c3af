import type { Schemas } from '../api/client.ts';

type Step = Schemas['JourneyStep'];

/** The axis of a waterfall and where a step lies on it, in thousandths of its width. */
export function barsOf(
  steps: readonly Step[],
): ReadonlyMap<string, { x: number; width: number; wait: number }> {
  const begin = Math.min(...steps.map(({ startUs }) => startUs));
  const end = Math.max(...steps.map(({ startUs, durationUs }) => startUs + durationUs));
  const share = (us: number): number => Math.round((us / Math.max(1, end - begin)) * WIDTH);
  return new Map(
    steps.map(({ spanId, startUs, durationUs, waitedUs }) => [
      spanId,
      {
        x: share(startUs - begin),
        width: Math.max(NARROWEST, share(durationUs)),
        wait: Math.min(share(waitedUs), share(startUs - begin)),
      },
    ]),
  );
}

export const WIDTH = 1_000;
/** A step of no length is still seen. */
const NARROWEST = 4;

/** `64 ms`, `1.37 s`. */
export function durationText(us: number): string {
  if (us >= 1_000_000) return `${(us / 1_000_000).toFixed(2)} s`;
  return us >= 10_000 ? `${Math.round(us / 1_000)} ms` : `${(us / 1_000).toFixed(1)} ms`;
}
