import type { ReactElement } from 'react';
import { useUnits } from '../api/use-units.ts';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { nextOf } from './what-follows.ts';
import { UnitFilter, useUnitFilter } from './unit-filter.tsx';
import { useEvaluationRows, type EvaluationRow } from './use-evaluation-rows.ts';

interface GivenProps {
  readonly only: 'dissatisfied' | 'all';
  readonly today: string;
}

/** What deputies said of replies, new ones first, and what became of 不满意. */
export function GivenEvaluations({ only, today }: GivenProps): ReactElement {
  const rows = useEvaluationRows('submitted', only);
  const units = useUnits();
  const unitId = useUnitFilter();
  return (
    <FollowUpList
      name={only === 'dissatisfied' ? '不满意的测评' : '已提交的测评'}
      query={rows}
      passes={(row) => unitId === '' || row.unitId === unitId}
      nothing={only === 'dissatisfied' ? '没有不满意的测评。' : '还没有提交的测评。'}
      heads={['建议', '承办单位', '态度', '结果', '理由', '接下来']}
      columns={columns(units)}
      row={(row) => <GivenRow key={row.evaluation.evaluationId} row={row} today={today} />}
    >
      <UnitFilter />
    </FollowUpList>
  );
}

function GivenRow({ row, today }: { row: EvaluationRow; today: string }): ReactElement {
  const units = useUnits();
  const { evaluation, number, title, unitId } = row;
  return (
    <tr>
      <CaseCell caseId={evaluation.suggestionId} number={number} title={title} untitled="看案件" />
      <td>
        {units.get(unitId)}
        <span className="quiet">
          {dayText(evaluation.submittedOn, today)}评{evaluation.round > 1 && `，第 ${evaluation.round} 轮`}
        </span>
      </td>
      <td className="nowrap">{word('satisfaction', evaluation.attitude)}</td>
      <td className="nowrap">
        {word('satisfaction', evaluation.result)}
        {evaluation.seenOnSite && <span className="quiet">代表到现场看过</span>}
      </td>
      <td className="prewrap">{evaluation.reasons}</td>
      <td>{nextOf(row)}</td>
    </tr>
  );
}

function columns(units: ReadonlyMap<string, string>): readonly Column<EvaluationRow>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '承办单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '轮次', of: ({ evaluation }) => evaluation.round },
    { name: '评价日期', of: ({ evaluation }) => evaluation.submittedOn, width: 12 },
    { name: '对办理态度', of: ({ evaluation }) => word('satisfaction', evaluation.attitude) },
    { name: '对办理结果', of: ({ evaluation }) => word('satisfaction', evaluation.result) },
    { name: '到现场看过', of: ({ evaluation }) => (evaluation.seenOnSite ? '是' : '否') },
    { name: '理由', of: ({ evaluation }) => evaluation.reasons, width: 56 },
    { name: '接下来', of: nextOf, width: 20 },
  ];
}
