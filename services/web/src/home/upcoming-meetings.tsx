import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { instantText } from '../design/days.ts';
import { word } from '../design/words.ts';
import type { Matters } from './waiting.ts';

/** 约好的见面, the next first; nothing when none is arranged. */
export function UpcomingMeetings({ matters }: { matters: Matters }): ReactElement | null {
  const today = useToday();
  const meetings = matters.meetings
    .filter(({ status, suggestionId }) => status === 'scheduled' && suggestionId !== '')
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  if (meetings.length === 0) return null;
  return (
    <section className="upcoming" aria-label="约好的见面">
      <h2>约好的见面</h2>
      <ul>
        {meetings.map(({ meetingId, kind, startsAt, place, suggestionId }) => (
          <li key={meetingId}>
            <Link to={`/cases/${suggestionId}`}>
              <b>{instantText(startsAt, today)}</b> {word('meeting', kind)} · {place}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
