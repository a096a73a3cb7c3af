import { defineConfig } from 'vitest/config';

/** Longest a single test may take; a hang is a failure, not a wait. Milliseconds. */
const TEST_TIMEOUT_MS = 60_000;
/** A browser beside ten processes on a small machine. */
const BROWSER_TEST_TIMEOUT_MS = 120_000;
/** Asking a busy page once may take longer than a second, which is what a poll has where nothing is said. */
const BROWSER_POLL_TIMEOUT_MS = 20_000;
const HOOK_TIMEOUT_MS = 120_000;

/** In a whole run one system is seeded for all. */
const SEEDED = 'packages/testkit/src/seed-city-once.ts';

const common = {
  testTimeout: TEST_TIMEOUT_MS,
  hookTimeout: HOOK_TIMEOUT_MS,
  setupFiles: ['packages/testkit/src/replay-seed.ts'],
};

// `unit` needs nothing but Node, `integration` real servers, `system` all ten processes, `mechanisms` one system for a
// file a mechanism, `year` one that has lived a year before (and lives it again for `npm run mechanisms` alone, which
// doubles its time), `browser` the first again and Chromium, `screenshots` too, for `npm run screenshots` alone,
// `replicas` three of supervision in trouble, with the machine for themselves.
const config = defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.ts',
            'services/*/src/**/*.test.ts',
            'deploy/src/**/*.test.ts',
            'scripts/src/**/*.test.ts',
            'tests/model/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...common,
          name: 'integration',
          include: [
            'packages/*/test/**/*.test.ts',
            'services/*/test/**/*.test.ts',
            'tests/databases/**/*.test.ts',
          ],
          globalSetup: ['packages/testkit/src/servers.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          exclude: ['tests/system/mechanisms/**', 'tests/system/year/**', 'tests/system/replicas/**'],
          globalSetup: [SEEDED],
        },
      },
      {
        test: {
          ...common,
          name: 'replicas',
          include: ['tests/system/replicas/*.test.ts'],
          globalSetup: [SEEDED],
        },
      },
      {
        test: {
          ...common,
          name: 'mechanisms',
          include: ['tests/system/mechanisms/m*.test.ts'],
          fileParallelism: false,
          globalSetup: [SEEDED, 'tests/system/mechanisms/support/shared-system.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'year',
          include: ['tests/system/year/m*.test.ts'],
          exclude: process.env['HUIYIN_YEAR_AGAIN'] === 'yes' ? [] : ['**/m29-same-seed.test.ts'],
          fileParallelism: false,
          globalSetup: [SEEDED, 'tests/system/year/support/rehearsed-city.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          testTimeout: BROWSER_TEST_TIMEOUT_MS,
          expect: { poll: { timeout: BROWSER_POLL_TIMEOUT_MS } },
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          globalSetup: [SEEDED, 'tests/browser/support/shared-system.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'screenshots',
          include: ['tests/screenshots/**/*.test.ts'],
          fileParallelism: false,
          globalSetup: ['tests/screenshots/support/shared-system.ts'],
        },
      },
    ],
  },
});

export { config as default };
