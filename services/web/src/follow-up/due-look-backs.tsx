import type { ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import { DaysLeft, dueCell } from '../design/days-left.tsx';
import { dayText } from '../design/days.ts';
import { localTime } from '../design/local-time.ts';
import { StatusMark, colourOf } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { UnitFilter, useUnitFilter } from './unit-filter.tsx';
import { useDueLookBacks, type DueLookBack } from './use-look-backs.ts';

/** 要回头看: each with its last day, and whether a day on site is agreed. */
export function DueLookBacks({ today }: { today: string }): ReactElement {
  const due = useDueLookBacks();
  const units = useUnits();
  const unitId = useUnitFilter();
  return (
    <FollowUpList
      name="要回头看的建议"
      query={due}
      passes={({ clock }) => unitId === '' || clock.unitId === unitId}
      nothing="没有要回头看的建议。答复签发时抽查，抽中的和重点件记在这里。"
      heads={['建议', '承办单位', '颜色', '期限', '现场']}
      columns={columns(units)}
      row={({ clock, meeting }) => (
        <tr key={clock.clockId}>
          <CaseCell caseId={clock.suggestionId} number={clock.number} title={clock.title} />
          <td>
            {units.get(clock.unitId)}
            <span className="quiet">{dayText(clock.startDate, today)}答复</span>
          </td>
          <td>
            <StatusMark colour={colourOf(clock.colour)} />
          </td>
          <td>
            <DaysLeft dueDate={clock.dueDate} today={today} provisional={clock.provisional} />
          </td>
          <td>{meeting === undefined ? '还没有约' : whereText(meeting)}</td>
        </tr>
      )}
    >
      <UnitFilter />
    </FollowUpList>
  );
}

function whereText({ startsAt, place }: NonNullable<DueLookBack['meeting']>): string {
  return `${localTime(startsAt)}，${place}`;
}

function columns(units: ReadonlyMap<string, string>): readonly Column<DueLookBack>[] {
  return [
    { name: '编号', of: ({ clock }) => clock.number },
    { name: '标题', of: ({ clock }) => clock.title, width: 56 },
    { name: '承办单位', of: ({ clock }) => units.get(clock.unitId) ?? '', width: 28 },
    { name: '颜色', of: ({ clock }) => word('colour', clock.colour) },
    { name: '起算日期', of: ({ clock }) => clock.startDate, width: 12 },
    { name: '期限', of: ({ clock }) => dueCell(clock.dueDate, clock.provisional), width: 18 },
    { name: '现场', of: ({ meeting }) => (meeting === undefined ? '' : whereText(meeting)), width: 40 },
  ];
}
