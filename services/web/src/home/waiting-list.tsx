import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { dueDayText } from '../design/days.ts';
import { TitleText } from '../design/title-text.tsx';
import { Shown } from '../design/shown.tsx';
import type { Waiting } from './waiting.ts';

/** What waits, in one card; the first, which is due soonest, holds the page's filled button. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }): ReactElement | null {
  const today = useToday();
  const navigate = useNavigate();
  if (waiting.length === 0) return null;
  return (
    <Shown items={waiting}>
      {(shown) => (
        <ul className="card waiting-list" aria-label="等您办的事">
          {shown.map(({ key, what, about, dueDate, verb, to }, index) => (
            <li key={key}>
              <div>
                <b>{what}</b>
                <span className="under about">
                  <TitleText>{about === '' ? '（还没有标题）' : about}</TitleText>
                </span>
                {dueDate !== '' && (
                  <span className="under">
                    <b>{daysLeftText(dueDate, today)}</b>，{dueDayText(dueDate, today)}止
                  </span>
                )}
              </div>
              <Button
                type={index === 0 ? 'primary' : 'default'}
                aria-label={`${verb}：${what}`}
                onClick={() => void navigate(to)}
              >
                {verb}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}
