import { appendFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** What a run says for the summary of `npm test`, a line of JSON each in the file named by HUIYIN_TEST_NOTES. */
export interface TestNote {
  /** Why a test skipped itself; or what failed, in the words of its error. */
  readonly kind: 'skipped' | 'failed';
  readonly text: string;
}

/** Notes skips, failures, and what no test stands for: hooks, files that never ended, errors outside of any test. */
class NoteReporter implements Reporter {
  onTestCaseResult(testCase: TestCase): void {
    const result = testCase.result();
    if (result.state === 'skipped' && result.note !== undefined) note({ kind: 'skipped', text: result.note });
    if (result.state === 'failed')
      failed(`${testCase.module.relativeModuleId}: ${testCase.fullName}`, result.errors);
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    for (const module of modules) {
      const faults = module.errors();
      const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors());
      if (faults.length + suites.length > 0) failed(module.relativeModuleId, [...faults, ...suites]);
      const open = [...module.children.allTests()].filter((test) => test.result().state === 'pending');
      if (open.length > 0) failed(`${module.relativeModuleId}: never ended: ${open[0]?.fullName}`, []);
    }
    if (errors.length > 0) failed('outside of any test', errors);
  }
}

/** Whatever is thrown is told of: not every thrown thing has a message. */
function failed(what: string, errors: readonly { readonly message?: unknown }[] = []): void {
  const first = ({ message }: { readonly message?: unknown }): string =>
    (typeof message === 'string' ? message : JSON.stringify(message ?? null)).split('\n')[0] ?? '';
  note({ kind: 'failed', text: [what, ...errors.map(first)].join(': ') });
}

function note(line: TestNote): void {
  const file = process.env['HUIYIN_TEST_NOTES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

// Vitest finds a reporter by its default export.
// oxlint-disable-next-line import/no-default-export
export { NoteReporter as default };
