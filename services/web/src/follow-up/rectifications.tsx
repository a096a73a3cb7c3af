import type { ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { UnitFilter, useUnitFilter } from './unit-filter.tsx';
import { useRectifications, type Rectification, type RectificationStatus } from './use-look-backs.ts';

/** 整改: what was not met on site, until it is. */
export function Rectifications(props: {
  readonly status: RectificationStatus;
  readonly today: string;
}): ReactElement {
  const { status, today } = props;
  const found = useRectifications(status);
  const units = useUnits();
  const unitId = useUnitFilter();
  return (
    <FollowUpList
      name={`整改（${word('rectificationState', status)}）`}
      query={found}
      passes={(each) => unitId === '' || each.unitId === unitId}
      nothing={`没有${word('rectificationState', status)}的事项。`}
      heads={['建议', '整改单位', '没有达到的', status === 'ordered' ? '此前退回' : '整改情况']}
      columns={columns(units)}
      row={(each) => (
        <tr key={each.rectificationId}>
          <CaseCell caseId={each.suggestionId} number={each.number} title={each.title} untitled="看案件" />
          <td>
            {units.get(each.unitId)}
            <span className="quiet">
              {dayText(each.orderedOn, today)}提出
              {each.attempt > 1 && `，第 ${each.attempt} 次`}
            </span>
          </td>
          <td>
            {each.gaps.map((gap) => (
              <span className="line" key={gap}>
                {gap}
              </span>
            ))}
          </td>
          <td>{status === 'ordered' ? each.rejections.at(-1) : <Reported of={each} today={today} />}</td>
        </tr>
      )}
    >
      <UnitFilter />
    </FollowUpList>
  );
}

function Reported({ of: each, today }: { of: Rectification; today: string }): ReactElement {
  return (
    <>
      <span className="prewrap">{each.report}</span>
      <span className="quiet">
        {dayText(each.submittedOn, today)}报
        {each.acceptedOn !== '' &&
          `，${dayText(each.acceptedOn, today)}${each.acceptedBy === 'lead-deputy' ? '领衔代表' : '代表工委'}验收`}
      </span>
    </>
  );
}

function columns(units: ReadonlyMap<string, string>): readonly Column<Rectification>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '整改单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '没有达到的', of: ({ gaps }) => gaps.join('；'), width: 56 },
    { name: '第几次', of: ({ attempt }) => attempt },
    { name: '提出日期', of: ({ orderedOn }) => orderedOn, width: 12 },
    { name: '整改情况', of: ({ report }) => report, width: 56 },
    { name: '报送日期', of: ({ submittedOn }) => submittedOn, width: 12 },
    { name: '验收日期', of: ({ acceptedOn }) => acceptedOn, width: 12 },
  ];
}
