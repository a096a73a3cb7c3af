import { describe, expect, it } from 'vitest';
import { barsOf, durationText } from './bar.ts';

const step = (spanId: string, startUs: number, durationUs: number, waitedUs = 0) => ({
  ...{ spanId, startUs, durationUs, waitedUs, depth: 0, service: 's', layer: 'http' as const, name: 'n' },
  ...{ detail: '', outcome: 'ok' as const, problem: '', slow: false, eventId: '', delivery: 0 },
  parentMissing: false,
});

describe('the bars of a waterfall', () => {
  it('lie within the whole from the first start to the last end', () => {
    const bars = barsOf([step('a', 100, 1_000), step('b', 600, 500, 300)]);
    expect(bars.get('a')).toEqual({ x: 0, width: 1_000, wait: 0 });
    expect(bars.get('b')).toEqual({ x: 500, width: 500, wait: 300 });
  });

  it('are seen also where a step took no time', () => {
    expect(barsOf([step('a', 5, 0)]).get('a')).toEqual({ x: 0, width: 4, wait: 0 });
  });
});

it('says durations in the unit that fits', () => {
  expect([64_200, 1_370_000, 420].map(durationText)).toEqual(['64 ms', '1.37 s', '0.4 ms']);
});
