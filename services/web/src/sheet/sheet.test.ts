import { describe, expect, it } from 'vitest';
import { cellsOf } from './sheet.ts';

const columns = [
  { name: '标题', of: ({ title }: { title: string; days: number }) => title },
  { name: '还剩', of: ({ days }: { title: string; days: number }) => days },
];

describe('the cells of a sheet', () => {
  it.each(['=1+1', '+86', '-3', '@SUM(A1)', '=HYPERLINK("https://example.org")'])(
    'keep %s a text',
    (title) => {
      expect(cellsOf(columns, [{ title, days: 3 }])[1]?.[0]).toEqual({ value: title, type: String });
    },
  );

  it('have a heading for each column, numbers as numbers, and nothing where there is nothing', () => {
    expect(cellsOf(columns, [{ title: '', days: -3 }])).toEqual([
      [
        { value: '标题', type: String, fontWeight: 'bold' },
        { value: '还剩', type: String, fontWeight: 'bold' },
      ],
      [null, { value: -3, type: Number }],
    ]);
  });

  it('leave out what a file cannot hold', () => {
    expect(cellsOf(columns, [{ title: '积\u0000水\u001B点\n二', days: 0 }])[1]?.[0]).toEqual({
      value: '积水点\n二',
      type: String,
    });
  });
});
