import { describe, expect, it } from 'vitest';
import { MetricStore, quantile, type KeptSeries } from './metric-store.ts';

const series = (more: Partial<KeptSeries> = {}): KeptSeries => ({
  ...{
    service: 'intake',
    instance: 'one',
    name: 'huiyin.dead_letters',
    attributes: {},
    heardAt: 0,
    value: 3,
  },
  ...more,
});

describe('the store of metrics', () => {
  it('keeps the latest value of each series, replicas apart', () => {
    const store = new MetricStore(() => 0);
    store.add([series(), series({ value: 4 }), series({ instance: 'two', value: 1 })]);
    expect(store.series().map(({ instance, value }) => [instance, value])).toEqual([
      ['one', 4],
      ['two', 1],
    ]);
  });

  it('forgets what a process said that has been silent for a minute and a half', () => {
    let now = 0;
    const store = new MetricStore(() => now);
    store.add([series()]);
    now = 90_001;
    expect(store.series()).toEqual([]);
  });

  it('keeps nothing that is not declared, and names it', () => {
    const store = new MetricStore(() => 0);
    store.add([series({ name: 'huiyin.new' }), series({ attributes: { 'person.id': 'p' } })]);
    expect(store.series()).toEqual([]);
    expect(store.undeclared()).toEqual(['huiyin.dead_letters person.id', 'huiyin.new']);
  });

  it('takes no more series than there is room for, and says how many were left out', () => {
    const store = new MetricStore(() => 0);
    const many = Array.from({ length: 20_003 }, (_, index) => series({ instance: String(index) }));
    store.add(many);
    expect(store.series()).toHaveLength(20_000);
    expect(store.overflow()).toBe(3);
  });
});

describe('a quantile of counted durations', () => {
  const bounds = [0.1, 0.5, 1];

  it('lies evenly within the bounds of its bucket', () => {
    const durations = { count: 4, sum: 1, bounds, counts: [0, 4, 0, 0] };
    expect(quantile(durations, 0.5)).toBeCloseTo(0.3);
    expect(quantile(durations, 1)).toBeCloseTo(0.5);
  });

  it('is the last bound for what is above all, and 0 for nothing', () => {
    expect(quantile({ count: 2, sum: 9, bounds, counts: [0, 0, 0, 2] }, 0.95)).toBe(1);
    expect(quantile({ count: 0, sum: 0, bounds, counts: [0, 0, 0, 0] }, 0.95)).toBe(0);
  });
});
