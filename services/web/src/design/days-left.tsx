import type { ReactElement } from 'react';
import { dayText, daysBetween, dueDayText } from './days.ts';

interface DaysLeftProps {
  readonly dueDate: string;
  readonly today: string;
  /** The published calendar does not reach that day yet. */
  readonly provisional?: boolean;
}

/**
 * 剩 21 日 / 今天 / 逾期 3 日, in calendar days, with the due date below. Counting working days needs the tenant's
 * calendar, which is the server's.
 */
export function DaysLeft({ dueDate, today, provisional = false }: DaysLeftProps): ReactElement {
  const left = daysBetween(today, dueDate);
  return (
    <span className="days-left">
      <span className="figure">
        {left === 0 ? (
          <b>今天</b>
        ) : (
          <>
            {left > 0 ? '剩 ' : '逾期 '}
            <b>{Math.abs(left)}</b> 日
          </>
        )}
      </span>
      <span className="quiet" title={dueDayText(dueDate, today)}>
        {provisional ? `${dayText(dueDate, today)}到期（暂定）` : `${dayText(dueDate, today)}到期`}
      </span>
    </span>
  );
}

/** The same in one line: 剩 21 日, 今天到期, 逾期 3 日. */
export function daysLeftText(dueDate: string, today: string): string {
  const left = daysBetween(today, dueDate);
  if (left === 0) return '今天到期';
  return left > 0 ? `剩 ${left} 日` : `逾期 ${-left} 日`;
}

/** A due day in a sheet, which says so where it may still move; '' where there is none. */
export function dueCell(dueDate: string, provisional: boolean): string {
  return provisional && dueDate !== '' ? `${dueDate}（暂定）` : dueDate;
}
