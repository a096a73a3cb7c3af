import type { ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import type { Schemas } from '../api/client.ts';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { UnitFilter, useUnitFilter } from './unit-filter.tsx';
import { useJudgedLookBacks } from './use-look-backs.ts';

/** 已回头看: what the deputy found on site, and what was missing there. */
export function JudgedLookBacks({ today }: { today: string }): ReactElement {
  const judged = useJudgedLookBacks();
  const units = useUnits();
  const unitId = useUnitFilter();
  return (
    <FollowUpList
      name="已回头看的建议"
      query={judged}
      passes={(meeting) => unitId === '' || meeting.unitId === unitId}
      nothing="还没有回头看过的建议。"
      heads={['建议', '承办单位', '何时何地', '结论']}
      columns={columns(units)}
      row={(meeting) => (
        <tr key={meeting.meetingId}>
          <CaseCell caseId={meeting.suggestionId} number={meeting.caseNumber} title={meeting.caseTitle} />
          <td>{units.get(meeting.unitId)}</td>
          <td>
            {dayText(meeting.heldOn, today)}
            <span className="quiet">{meeting.place}</span>
          </td>
          <td>
            {word('verdict', meeting.verdict)}
            {meeting.gaps.map((gap) => (
              <span className="quiet" key={gap}>
                {gap}
              </span>
            ))}
          </td>
        </tr>
      )}
    >
      <UnitFilter />
    </FollowUpList>
  );
}

function columns(units: ReadonlyMap<string, string>): readonly Column<Schemas['Meeting']>[] {
  return [
    { name: '编号', of: ({ caseNumber }) => caseNumber },
    { name: '标题', of: ({ caseTitle }) => caseTitle, width: 56 },
    { name: '承办单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '日期', of: ({ heldOn }) => heldOn, width: 12 },
    { name: '地点', of: ({ place }) => place, width: 28 },
    { name: '结论', of: ({ verdict }) => word('verdict', verdict) },
    { name: '没有达到的', of: ({ gaps }) => gaps.join('；'), width: 56 },
  ];
}
