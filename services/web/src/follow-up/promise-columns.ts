import type { Schemas } from '../api/client.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { word } from '../design/words.ts';
import type { Column } from '../sheet/sheet.ts';

export type PromiseItem = Schemas['Promise'];

/** What a unit last said of a promise; undefined while it has said nothing. */
export function latestOf(reports: PromiseItem['reports']): PromiseItem['reports'][number] | undefined {
  return reports.toSorted((a, b) => a.onDate.localeCompare(b.onDate)).at(-1);
}

/** The ledger as a sheet. */
export function promiseColumns(
  units: ReadonlyMap<string, string>,
  today: string,
): readonly Column<PromiseItem>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '承诺单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '承诺', of: ({ text }) => text, width: 56 },
    { name: '到期', of: ({ dueOn }) => dueOn, width: 12 },
    { name: '状态', of: ({ status }) => word('promiseState', status), width: 10 },
    {
      name: '还剩',
      of: ({ status, dueOn }) => (status === 'open' ? daysLeftText(dueOn, today) : ''),
      width: 14,
    },
    { name: '最近进展日期', of: ({ reports }) => latestOf(reports)?.onDate ?? '' },
    { name: '最近进展', of: ({ reports }) => latestOf(reports)?.progress ?? '', width: 56 },
    { name: '核查结论', of: ({ finding }) => finding, width: 40 },
  ];
}
