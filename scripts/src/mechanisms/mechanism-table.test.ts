import { expect, it } from 'vitest';
import { mechanismTable, type TestFile } from './mechanism-table.ts';

const names = new Map([
  [5, '提交'],
  [6, '登记'],
  [7, '分类'],
  [8, '交办'],
  [9, '签收'],
]);

function file(name: string, ...results: TestFile['assertionResults']): TestFile {
  const isFailed = results.some(({ status }) => status === 'failed');
  return {
    name: `/somewhere/${name}`,
    status: isFailed ? 'failed' : 'passed',
    message: '',
    assertionResults: results,
  };
}

it('says of every mechanism whether it passed, failed or is not there yet, and what was seen', () => {
  const table = mechanismTable(names, [
    file('m05-submission.test.ts', { status: 'passed', title: 'is signed', meta: { seen: ['两人联名'] } }),
    file(
      'm06-registration.test.ts',
      { status: 'passed', title: 'counts', meta: { seen: ['编号连续'] } },
      { status: 'failed', title: 'never gives a number twice' },
    ),
    file('m09-sign.test.ts', { status: 'pending', title: 'is signed for' }),
    { ...file('m07-classification.test.ts'), status: 'failed', message: 'Cannot find module\n at …' },
  ]);
  expect(table.split('\n').map((row) => row.replaceAll(/ {2,}/g, ' | '))).toEqual([
    'M5 | 提交 | passed (1) | 两人联名',
    'M6 | 登记 | failed: never gives a number twice',
    'M7 | 分类 | failed: Cannot find module',
    'M8 | 交办 | not yet',
    'M9 | 签收 | skipped',
  ]);
});
