import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import type { Compose, ServiceKit } from '@huiyin/chassis/service';
import { getCalendarFeed, renewCalendarFeed, revokeCalendarFeed } from './app/calendar-feed.ts';
import { cancelMeeting } from './app/cancel-meeting.ts';
import { checkIn } from './app/check-in.ts';
import { confirmMeeting } from './app/confirm-meeting.ts';
import { declineMeeting } from './app/decline-meeting.ts';
import { getCalendar, readCalendarFeed } from './app/get-calendar.ts';
import { getCaseMeetings } from './app/get-case-meetings.ts';
import { getCheckInCode } from './app/get-check-in-code.ts';
import { getMeeting } from './app/get-meeting.ts';
import { judgeLookBack } from './app/judge-look-back.ts';
import { learnFact } from './app/learn-fact.ts';
import { listMeetings } from './app/list-meetings.ts';
import { noteAttendance } from './app/note-attendance.ts';
import type { MeetingPorts } from './app/ports.ts';
import { recordMeeting } from './app/record-meeting.ts';
import { recordNoResponse } from './app/record-no-response.ts';
import { rescheduleMeeting } from './app/reschedule-meeting.ts';
import { scheduleMeeting } from './app/schedule-meeting.ts';
import type { MeetingReactions, MeetingUseCases } from './app/use-cases.ts';
import { waiveOnSite } from './app/waive-on-site.ts';
import { calendarFeeds } from './storage/calendar-feeds.ts';
import { caseFiles } from './storage/case-files.ts';
import { lookBackQuotas } from './storage/look-back-quotas.ts';
import { meetingLists } from './storage/meeting-lists.ts';
import { chainSeed, rehearsedSeed } from './domain/draw-seed.ts';
import { archiveFiles } from './transport/archive-files.ts';
import { meetingConsumers } from './transport/consume.ts';
import { meetingGrpc } from './transport/grpc.ts';
import { publish, publishFeed } from './transport/publish.ts';

/** What meeting can be asked and told. */
export function meetingUseCases(ports: MeetingPorts): MeetingUseCases {
  return {
    scheduleMeeting: scheduleMeeting(ports),
    rescheduleMeeting: rescheduleMeeting(ports),
    cancelMeeting: cancelMeeting(ports),
    declineMeeting: declineMeeting(ports),
    checkIn: checkIn(ports),
    noteAttendance: noteAttendance(ports),
    recordMeeting: recordMeeting(ports),
    confirmMeeting: confirmMeeting(ports),
    recordNoResponse: recordNoResponse(ports),
    waiveOnSite: waiveOnSite(ports),
    judgeLookBack: judgeLookBack(ports),
    listMeetings: listMeetings(ports),
    getMeeting: getMeeting(ports),
    getCaseMeetings: getCaseMeetings(ports),
    getCheckInCode: getCheckInCode(ports),
    renewCalendarFeed: renewCalendarFeed(ports),
    revokeCalendarFeed: revokeCalendarFeed(ports),
    getCalendarFeed: getCalendarFeed(ports),
    getCalendar: getCalendar(ports),
    readCalendarFeed: readCalendarFeed(ports),
  };
}

/** What meeting does about others' facts. */
export function meetingReactions(ports: MeetingPorts): MeetingReactions {
  return { learnFact: learnFact(ports) };
}

/** Postgres behind every port of storage. */
export const meetingStores = {
  files: caseFiles,
  meetings: meetingLists,
  quotas: lookBackQuotas,
  feeds: calendarFeeds,
};

/** Wires storage and transport around the use cases. */
export const composeMeeting: Compose = ({ uow, reference, peer, mode }: ServiceKit) => {
  const recordFiles = archiveFiles(() => peer('archive', ArchiveServiceService));
  const seedOf = mode === 'production' ? chainSeed : rehearsedSeed;
  const ports = { ...meetingStores, uow, reference, publish, publishFeed, recordFiles, seedOf };
  return {
    grpc: [meetingGrpc(meetingUseCases(ports))],
    reactions: meetingConsumers(meetingReactions(ports)),
  };
};
