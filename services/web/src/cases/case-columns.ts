import { daysLeftText, dueCell } from '../design/days-left.tsx';
import { partyName } from '../design/next-actor.tsx';
import { word } from '../design/words.ts';
import type { Column } from '../sheet/sheet.ts';
import type { CaseSummary } from './use-cases.ts';

/** A case as it stands in lists, as a row of a sheet. */
export function caseColumns(today: string): readonly Column<CaseSummary>[] {
  return [
    { name: '编号', of: ({ displayNumber }) => displayNumber || '未编号' },
    { name: '标题', of: ({ title }) => title || '（还没有标题）', width: 56 },
    { name: '类别', of: ({ category }) => category },
    { name: '年份', of: ({ year }) => (year > 0 ? year : ''), width: 8 },
    { name: '重点', of: ({ isKey }) => (isKey ? '重点' : ''), width: 8 },
    { name: '一般或复杂', of: ({ handlingType }) => word('handling', handlingType), width: 12 },
    { name: '阶段', of: ({ stage }) => word('stage', stage), width: 12 },
    { name: '颜色', of: ({ colour }) => (colour === '' ? '' : word('colour', colour)), width: 8 },
    {
      name: '主办单位',
      of: ({ leadUnits }) => leadUnits.map(({ name }) => name).join('、'),
      width: 28,
    },
    { name: '现在轮到', of: ({ next }) => partyName(next?.party) },
    { name: '要做的事', of: ({ next }) => word('act', next?.act ?? ''), width: 22 },
    { name: '到期', of: ({ next }) => dueCell(next?.dueDate ?? '', next?.provisional ?? false), width: 18 },
    {
      name: '还剩',
      of: ({ next }) => (next === undefined || next.dueDate === '' ? '' : daysLeftText(next.dueDate, today)),
      width: 14,
    },
  ];
}
