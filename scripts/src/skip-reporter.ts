import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase } from 'vitest/node';

/** Keeps why tests skipped themselves, for the summary of `npm test`. */
class SkipReporter implements Reporter {
  onTestCaseResult(testCase: TestCase): void {
    const notes = process.env['HUIYIN_SKIP_NOTES'];
    const result = testCase.result();
    if (notes === undefined || result.state !== 'skipped' || result.note === undefined) return;
    appendFileSync(notes, `${result.note}\n`);
  }
}

// Vitest finds a reporter by its default export.
// oxlint-disable-next-line import/no-default-export
export { SkipReporter as default };
