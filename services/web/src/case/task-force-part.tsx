import type { ReactElement } from 'react';
import { useHandling, type Handling } from '../api/use-handling.ts';
import { useNames } from '../api/use-names.ts';
import { useUnits } from '../api/use-units.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { word } from '../design/words.ts';
import { meetingText } from './task-force-text.ts';

type TaskForce = NonNullable<Handling['taskForce']>;

/** 专班: who convenes and leads it, its members, its meetings, and who does what until when. */
export function TaskForcePart({ caseId, today }: { caseId: string; today: string }): ReactElement {
  const handling = useHandling(caseId);
  return (
    <PageState query={handling} what="专班">
      {({ taskForce }) =>
        taskForce === null ? (
          <p className="quiet">还没有成立专班</p>
        ) : (
          <Formed taskForce={taskForce} today={today} />
        )
      }
    </PageState>
  );
}

function Formed({ taskForce, today }: { taskForce: TaskForce; today: string }): ReactElement {
  const { convenerId, leaderName, leaderRank, unitIds, formedOn, status, workPackages } = taskForce;
  const units = useUnits();
  const names = useNames([convenerId, ...workPackages.map(({ completedBy }) => completedBy)]);
  const leader = leaderName === '' ? '' : `，${leaderName}（${word('taskForceLeader', leaderRank)}）任组长`;
  return (
    <>
      <p>
        {names.get(convenerId) ?? '常委会领导'}召集{leader}
        <span className="quiet under">
          {formedOn !== '' && `${dayText(formedOn, today)}成立 · `}成员单位：
          {unitIds.map((unitId) => units.get(unitId) ?? '').join('、')}
        </span>
      </p>
      <p className={isMeetingOverdue(taskForce, today) ? 'missing' : 'quiet'}>
        {status === 'dissolved' ? '已随办结解散' : meetingText(taskForce, today)}
      </p>
      <h3>工作包 {workPackages.length} 个</h3>
      <ul className="rows">
        {workPackages.map((held) => (
          <li key={held.packageId}>
            <span>
              <b>{held.task}</b>
              <span className="quiet under">
                {units.get(held.unitId)}
                {held.completedOn !== '' && `：${held.summary}`}
              </span>
            </span>
            <span className="aside">
              {held.completedOn === '' ? (
                <>
                  <b>{daysLeftText(held.dueOn, today)}</b>
                  <span className="quiet under">{dayText(held.dueOn, today)}</span>
                </>
              ) : (
                <>
                  已完成
                  <span className="quiet under">
                    {dayText(held.completedOn, today)} {names.get(held.completedBy)}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function isMeetingOverdue({ status, nextMeetingDueOn }: TaskForce, today: string): boolean {
  return status === 'formed' && nextMeetingDueOn !== '' && nextMeetingDueOn < today;
}
