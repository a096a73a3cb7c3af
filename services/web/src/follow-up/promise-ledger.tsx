import type { ReactElement } from 'react';
import { useToday } from '../api/use-today.ts';
import { useUnits } from '../api/use-units.ts';
import { DaysLeft } from '../design/days-left.tsx';
import { dayText } from '../design/days.ts';
import { CaseCell } from '../design/case-cell.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { latestOf, promiseColumns, type PromiseItem } from './promise-columns.ts';
import { TabbedPage } from '../design/tabbed-page.tsx';
import { UnitFilter, useUnitFilter } from './unit-filter.tsx';
import { usePromises, type PromiseStatus } from './use-promises.ts';

/** 承诺台账 of every unit, for the offices: what is past its day, what is to come, what was kept and what was not. */
export function PromiseLedger(): ReactElement {
  const today = useToday();
  return (
    <TabbedPage
      title="承诺台账"
      hint="答复里承诺的事，跨年度、跨届次一直记到兑现"
      list="promises"
      tabs={[
        {
          key: 'overdue',
          label: '到期未兑现',
          children: (
            <PromiseTable
              key="overdue"
              status="open"
              passes={({ dueOn }) => dueOn < today}
              nothing="没有到期未兑现的承诺。"
            />
          ),
        },
        {
          key: 'open',
          label: '未到期',
          children: (
            <PromiseTable
              key="open"
              status="open"
              passes={({ dueOn }) => dueOn >= today}
              nothing="没有未到期的承诺。答复签发后，其中的承诺记在这里。"
            />
          ),
        },
        {
          key: 'kept',
          label: '兑现',
          children: (
            <PromiseTable key="kept" status="kept" passes={() => true} nothing="还没有兑现的承诺。" />
          ),
        },
        {
          key: 'broken',
          label: '未兑现',
          children: (
            <PromiseTable key="broken" status="broken" passes={() => true} nothing="没有认定未兑现的承诺。" />
          ),
        },
      ]}
    />
  );
}

function PromiseTable(props: {
  readonly status: PromiseStatus;
  readonly passes: (promise: PromiseItem) => boolean;
  readonly nothing: string;
}): ReactElement {
  const { status, passes, nothing } = props;
  const today = useToday();
  const promises = usePromises(status);
  const units = useUnits();
  const unitId = useUnitFilter();
  return (
    <FollowUpList
      name="承诺"
      query={promises}
      passes={(promise) => passes(promise) && (unitId === '' || promise.unitId === unitId)}
      nothing={nothing}
      heads={['建议', '承诺单位', '承诺', status === 'open' ? '期限' : '结果', '最近进展']}
      columns={promiseColumns(units, today)}
      row={(promise) => (
        <tr key={promise.promiseId}>
          <CaseCell
            caseId={promise.suggestionId}
            number={promise.number}
            title={promise.title}
            untitled="看案件"
          />
          <td>{units.get(promise.unitId)}</td>
          <td>{promise.text}</td>
          <td>
            {status === 'open' ? (
              <DaysLeft dueDate={promise.dueOn} today={today} />
            ) : (
              <>
                {promise.finding}
                <span className="quiet">{dayText(promise.endedOn, today)}认定</span>
              </>
            )}
          </td>
          <td>
            <Progress of={promise} today={today} />
          </td>
        </tr>
      )}
    >
      <UnitFilter />
    </FollowUpList>
  );
}

function Progress({ of: { reports }, today }: { of: PromiseItem; today: string }): ReactElement {
  const latest = latestOf(reports);
  if (latest === undefined) return <span className="quiet">还没有报过进展</span>;
  return (
    <>
      {latest.progress}
      <span className="quiet">{dayText(latest.onDate, today)}</span>
    </>
  );
}
