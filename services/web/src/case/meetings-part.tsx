import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useCaseMeetings } from '../api/use-case-meetings.ts';
import { MeetingRecord } from '../case-acts/deputy/meeting-record.tsx';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import { Guarded, type PartProps } from './parts.tsx';

interface MeetingsProps extends PartProps {
  readonly caseId: string;
}

/** 见面: each with what was written down of it, the photos too. */
export function Meetings({ caseId, file: { meetings, hidden }, today }: MeetingsProps): ReactElement {
  const isHidden = hidden.includes('contact-records');
  const found = useCaseMeetings(caseId, !isHidden && meetings.length > 0);
  const records = new Map(found.data?.meetings.map((meeting) => [meeting.meetingId, meeting]));
  const empty = meetings.length === 0 ? '还没有约定见面' : '';
  return (
    <Guarded hidden={isHidden} group="contact-records" empty={empty}>
      <ul className="rows">
        {meetings.map(({ meetingId, kind, state, onDate }) => {
          const record = records.get(meetingId);
          return (
            <li key={meetingId} className="meeting-row">
              <span>
                {record === undefined ? (
                  <b>{word('meeting', kind)}</b>
                ) : (
                  <Link to={`/meetings?day=${onDate}&meeting=${meetingId}`}>
                    <b>{word('meeting', kind)}</b>
                  </Link>
                )}
                {record !== undefined && <span className="quiet under">{record.place}</span>}
              </span>
              <span className="aside">
                {word('meetingState', state)}
                <span className="quiet under">{dayText(onDate, today)}</span>
              </span>
              {record !== undefined && record.recordVersion > 0 && (
                <div className="meeting-record">
                  <MeetingRecord meeting={record} today={today} isBelowTitle />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Guarded>
  );
}
