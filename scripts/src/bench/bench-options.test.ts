import { expect, it } from 'vitest';
import { readBenchOptions } from './bench-options.ts';

it('runs every work, at full size, where nothing is said', () => {
  expect(readBenchOptions([])).toEqual({
    options: { works: ['P1', 'P2', 'P6', 'P7', 'P8'], quick: false, huge: false },
  });
});

it('runs the works that are named, once each and in the order of the table', () => {
  expect(readBenchOptions(['P6', 'p1', 'P6', '--quick', '--profile', '/tmp/profiles'])).toEqual({
    options: { works: ['P1', 'P6'], quick: true, huge: false, profile: '/tmp/profiles' },
  });
});

it.each([
  [['P6', 'P99'], 'there is no work P99'],
  [['--slow'], "Unknown option '--slow'"],
  [['--quick=yes'], "'--quick'"],
  [['--quick', '--huge'], 'exclude each other'],
  [['--profile'], "'--profile <value>' argument missing"],
])('says what is wrong with %j, and how it is used', (args, problem) => {
  expect(readBenchOptions(args)).toEqual({ problem: expect.stringContaining(problem) });
  expect(readBenchOptions(args)).toEqual({ problem: expect.stringContaining('usage: npm run bench') });
});
