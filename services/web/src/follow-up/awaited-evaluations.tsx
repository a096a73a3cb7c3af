import type { ReactElement } from 'react';
import { useNames } from '../api/use-names.ts';
import { useUnits } from '../api/use-units.ts';
import { dayText, daysBetween } from '../design/days.ts';
import type { Column } from '../sheet/sheet.ts';
import { CaseCell } from '../design/case-cell.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { UnitFilter, useUnitFilter } from './unit-filter.tsx';
import { useEvaluationRows, type EvaluationRow } from './use-evaluation-rows.ts';

type Silent = 'awaited' | 'overdue' | 'lapsed';

const NOTHING: Readonly<Record<Silent, string>> = {
  awaited: '没有等评价的答复。答复送达后，记在这里。',
  overdue: '没有超期未评价的答复。',
  lapsed: '没有逾期未反馈的答复。',
};

const NAMES: Readonly<Record<Silent, string>> = {
  awaited: '等评价',
  overdue: '超期未评价',
  lapsed: '逾期未反馈',
};

/** Replies that the deputy has not judged: in time, in the days of grace, or lapsed. */
export function AwaitedEvaluations({ status, today }: { status: Silent; today: string }): ReactElement {
  const rows = useEvaluationRows(status);
  const units = useUnits();
  const names = useNames((rows.data ?? []).map(({ evaluation }) => evaluation.deputyId));
  const unitId = useUnitFilter();
  return (
    <FollowUpList
      name={NAMES[status]}
      query={rows}
      passes={(row) => unitId === '' || row.unitId === unitId}
      nothing={NOTHING[status]}
      heads={['建议', '承办单位', '领衔代表', '答复送达']}
      columns={columns(units, names, today)}
      row={(row) => (
        <tr key={row.evaluation.evaluationId}>
          <CaseCell
            caseId={row.evaluation.suggestionId}
            number={row.number}
            title={row.title}
            untitled="看案件"
          />
          <td>
            {units.get(row.unitId)}
            {row.evaluation.round > 1 && <span className="quiet">第 {row.evaluation.round} 轮</span>}
          </td>
          <td>{nameOf(names, row)}</td>
          <td>
            {dayText(row.evaluation.deliveredOn, today)}
            <span className="quiet">已 {daysBetween(row.evaluation.deliveredOn, today)} 日</span>
          </td>
        </tr>
      )}
    >
      <UnitFilter />
    </FollowUpList>
  );
}

function nameOf(names: ReadonlyMap<string, string>, { evaluation }: EvaluationRow): string {
  return evaluation.deputyId === '' ? '（代表要求保密）' : (names.get(evaluation.deputyId) ?? '');
}

function columns(
  units: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  today: string,
): readonly Column<EvaluationRow>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '标题', of: ({ title }) => title, width: 56 },
    { name: '承办单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 28 },
    { name: '轮次', of: ({ evaluation }) => evaluation.round },
    { name: '领衔代表', of: (row) => nameOf(names, row) },
    { name: '答复送达日期', of: ({ evaluation }) => evaluation.deliveredOn, width: 14 },
    { name: '送达至今日数', of: ({ evaluation }) => daysBetween(evaluation.deliveredOn, today) },
  ];
}
