import { describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';

/** Ends with one that is too long; which values come before it depends on the seed alone. */
const broken = fc.property(fc.array(fc.nat()), (numbers) => numbers.length < 5);

describe('seed and path of a property that failed', () => {
  it('make the very same counterexample again, at once', async () => {
    const { seed, counterexample, counterexamplePath, failed } = fc.check(broken);
    expect(failed).toBe(true);
    const before = fc.readConfigureGlobal();
    process.env['HUIYIN_SEED'] = String(seed);
    process.env['HUIYIN_PATH'] = String(counterexamplePath);
    try {
      // It has run once, before this file.
      vi.resetModules();
      await import('./replay-seed.ts');
      const again = fc.check(broken);
      expect(again).toMatchObject({ failed: true, seed, counterexample, numRuns: 1 });
    } finally {
      delete process.env['HUIYIN_SEED'];
      delete process.env['HUIYIN_PATH'];
      fc.configureGlobal(before ?? {});
    }
  });
});
