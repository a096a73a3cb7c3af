import type { getCalendarFeed, renewCalendarFeed, revokeCalendarFeed } from './calendar-feed.ts';
import type { cancelMeeting } from './cancel-meeting.ts';
import type { checkIn } from './check-in.ts';
import type { confirmMeeting } from './confirm-meeting.ts';
import type { declineMeeting } from './decline-meeting.ts';
import type { getCalendar, readCalendarFeed } from './get-calendar.ts';
import type { getCaseMeetings } from './get-case-meetings.ts';
import type { getCheckInCode } from './get-check-in-code.ts';
import type { getMeeting } from './get-meeting.ts';
import type { judgeLookBack } from './judge-look-back.ts';
import type { learnFact } from './learn-fact.ts';
import type { listMeetings } from './list-meetings.ts';
import type { noteAttendance } from './note-attendance.ts';
import type { recordMeeting } from './record-meeting.ts';
import type { recordNoResponse } from './record-no-response.ts';
import type { rescheduleMeeting } from './reschedule-meeting.ts';
import type { scheduleMeeting } from './schedule-meeting.ts';
import type { waiveOnSite } from './waive-on-site.ts';

/** What meeting can be asked and told; the composition root builds each over the ports. */
export interface MeetingUseCases {
  readonly scheduleMeeting: ReturnType<typeof scheduleMeeting>;
  readonly rescheduleMeeting: ReturnType<typeof rescheduleMeeting>;
  readonly cancelMeeting: ReturnType<typeof cancelMeeting>;
  readonly declineMeeting: ReturnType<typeof declineMeeting>;
  readonly checkIn: ReturnType<typeof checkIn>;
  readonly noteAttendance: ReturnType<typeof noteAttendance>;
  readonly recordMeeting: ReturnType<typeof recordMeeting>;
  readonly confirmMeeting: ReturnType<typeof confirmMeeting>;
  readonly recordNoResponse: ReturnType<typeof recordNoResponse>;
  readonly waiveOnSite: ReturnType<typeof waiveOnSite>;
  readonly judgeLookBack: ReturnType<typeof judgeLookBack>;
  readonly listMeetings: ReturnType<typeof listMeetings>;
  readonly getMeeting: ReturnType<typeof getMeeting>;
  readonly getCaseMeetings: ReturnType<typeof getCaseMeetings>;
  readonly getCheckInCode: ReturnType<typeof getCheckInCode>;
  readonly renewCalendarFeed: ReturnType<typeof renewCalendarFeed>;
  readonly revokeCalendarFeed: ReturnType<typeof revokeCalendarFeed>;
  readonly getCalendarFeed: ReturnType<typeof getCalendarFeed>;
  readonly getCalendar: ReturnType<typeof getCalendar>;
  readonly readCalendarFeed: ReturnType<typeof readCalendarFeed>;
}

/** What meeting does about other services' facts. */
export interface MeetingReactions {
  readonly learnFact: ReturnType<typeof learnFact>;
}
