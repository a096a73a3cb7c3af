import type { ReactElement } from 'react';
import type { Schemas } from '../api/client.ts';
import { useUnits } from '../api/use-units.ts';
import { dayText, shanghaiDay, timeText, weekday } from '../design/days.ts';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';
import { Shown } from '../design/shown.tsx';
import { KindMark } from './kind-mark.tsx';

type Meeting = Schemas['Meeting'];

/** Meetings of a day that are drawn at a time. */
const MOST_OF_A_DAY = 50;

interface WeekProps {
  readonly week: readonly string[];
  readonly today: string;
  /** Soonest first. */
  readonly meetings: readonly Meeting[];
  readonly open: (meetingId: string) => void;
}

/** A week side by side; on a phone one day below the other, without the empty ones. */
export function WeekView({ week, today, meetings, open }: WeekProps): ReactElement {
  const units = useUnits();
  if (meetings.length === 0) return <p className="card quiet no-meetings">这一周没有见面安排。</p>;
  return (
    <ol className="week">
      {week.map((day) => {
        const ofDay = meetings.filter(({ startsAt }) => shanghaiDay(new Date(startsAt)) === day);
        return (
          <li
            key={day}
            className={ofDay.length === 0 ? 'day empty' : 'day'}
            aria-current={day === today ? 'date' : undefined}
          >
            <h2>
              {weekday(day)} <span className="quiet">{dayText(day, today)}</span>
              {day === today && <span className="chip">今天</span>}
            </h2>
            <Shown items={ofDay} rows={MOST_OF_A_DAY}>
              {(shown) => (
                <ul>
                  {shown.map((meeting) => (
                    <li key={meeting.meetingId}>
                      <MeetingCard
                        meeting={meeting}
                        unitName={units.get(meeting.unitId) ?? ''}
                        open={() => open(meeting.meetingId)}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </Shown>
          </li>
        );
      })}
    </ol>
  );
}

function MeetingCard(props: {
  readonly meeting: Meeting;
  readonly unitName: string;
  readonly open: () => void;
}): ReactElement {
  const { meeting, unitName, open } = props;
  const { kind, status, startsAt, place, caseTitle } = meeting;
  return (
    <button type="button" className={`meeting-card ${status}`} onClick={open}>
      <span className="meeting-kind">
        <KindMark kind={kind} />
        <b>{timeText(startsAt)}</b> {word('meeting', kind)}
      </span>
      {caseTitle !== '' && (
        <span className="meeting-title" title={caseTitle}>
          <TitleText>{caseTitle}</TitleText>
        </span>
      )}
      <span className="quiet">{[unitName, place].filter((part) => part !== '').join(' · ')}</span>
      {status !== 'scheduled' && <span className="meeting-state">{word('meetingState', status)}</span>}
    </button>
  );
}
