import { daysLeftText, dueCell } from '../design/days-left.tsx';
import { word } from '../design/words.ts';
import type { Column } from '../sheet/sheet.ts';
import type { InboxItem } from './inbox-item.ts';

/** What waits for a unit, as a row of a sheet. */
export function inboxColumns(today: string): readonly Column<InboxItem>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '重点', of: ({ isKey }) => (isKey ? '重点' : ''), width: 8 },
    { name: '分工', of: ({ role }) => word('share', role), width: 12 },
    { name: '颜色', of: ({ colour }) => word('colour', colour), width: 8 },
    { name: '时限', of: ({ clock }) => word('clock', clock) },
    { name: '到期', of: ({ dueDate, provisional }) => dueCell(dueDate, provisional), width: 18 },
    {
      name: '还剩',
      of: ({ dueDate }) => (dueDate === '' ? '' : daysLeftText(dueDate, today)),
      width: 14,
    },
    { name: '下一步', of: ({ verb }) => verb },
  ];
}
