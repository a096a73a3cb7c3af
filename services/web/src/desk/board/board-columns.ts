import type { Schemas } from '../../api/client.ts';
import { word } from '../../design/words.ts';
import type { Column } from '../../sheet/sheet.ts';
import type { AssignList } from './use-assign-list.ts';

type BoardColumns = readonly Column<Schemas['AssignmentBoardCase']>[];

/** What waits to be classified or handed over, as a row of a sheet; who is to get it, where that is decided. */
export function boardColumns(units: ReadonlyMap<string, string>, list: AssignList): BoardColumns {
  return [
    ...caseColumns(units),
    {
      name: '清单里的单位',
      of: ({ suggestionId }) =>
        (list[suggestionId] ?? [])
          .map(({ unitId, role }) => `${units.get(unitId) ?? ''}（${word('share', role)}）`)
          .join('、'),
      width: 40,
    },
  ];
}

/** What is in the hands of units, as a row of a sheet. */
export function handledColumns(units: ReadonlyMap<string, string>): BoardColumns {
  return [
    ...caseColumns(units),
    { name: '主办单位', of: ({ leadUnitId }) => units.get(leadUnitId) ?? '', width: 28 },
  ];
}

function caseColumns(units: ReadonlyMap<string, string>): BoardColumns {
  const names = (ids: readonly string[]): string => ids.map((id) => units.get(id) ?? '').join('、');
  return [
    { name: '编号', of: ({ displayNumber }) => displayNumber },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '类别', of: ({ category }) => category },
    { name: '重点', of: ({ isKey }) => (isKey ? '重点' : ''), width: 8 },
    { name: '一般或复杂', of: ({ handlingType }) => word('handling', handlingType), width: 12 },
    { name: '登记日期', of: ({ registeredOn }) => registeredOn, width: 12 },
    { name: '代表希望的单位', of: ({ wishedUnitIds }) => names(wishedUnitIds), width: 28 },
  ];
}
