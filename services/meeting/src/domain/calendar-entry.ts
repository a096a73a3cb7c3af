import type { CaseFile } from './case-file.ts';
import { shareOf } from './case-file.ts';
import type { MeetingKind } from './meeting-kind.ts';
import { assignmentOf, type Meeting } from './meeting.ts';

/** A meeting as a calendar program shows it. It names no people: a calendar is easily seen by others. */
export interface CalendarEntry {
  /** The same for the life of the meeting. */
  readonly uid: string;
  /** Rises with every other time or place and when the meeting is cancelled (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly status: 'CONFIRMED' | 'CANCELLED';
  /** RFC 3339 */
  readonly startsAt: string;
  readonly kind: MeetingKind;
  readonly place: string;
  /** Empty outside a case. */
  readonly suggestionId: string;
  /** Empty while assignment has not told them. */
  readonly caseNumber: string;
  readonly caseTitle: string;
  /** The unit whose share is met about; empty for meetings of the whole case. */
  readonly unitId: string;
}

export function calendarEntry(meeting: Meeting, file: CaseFile): CalendarEntry {
  const isCancelled = meeting.status === 'cancelled';
  return {
    uid: `${meeting.meetingId}@huiyin`,
    sequence: meeting.invitations.length - 1 + (isCancelled ? 1 : 0),
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    startsAt: meeting.startsAt,
    kind: meeting.kind,
    place: meeting.place,
    suggestionId: file.suggestionId,
    ...caseOf(file),
    unitId: unitOf(meeting, file),
  };
}

/** What the case is called; empty for a file from before meeting kept it, until assignment speaks of the case again. */
export function caseOf({ number = '', title = '' }: CaseFile): {
  readonly caseNumber: string;
  readonly caseTitle: string;
} {
  return { caseNumber: number, caseTitle: title };
}

/** The unit whose share a meeting is about; empty for meetings of the whole case. */
export function unitOf(meeting: Meeting, file: CaseFile): string {
  return shareOf(file, assignmentOf(meeting))?.unitId ?? '';
}
