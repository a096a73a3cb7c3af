import type { Compose, ServiceKit } from '@huiyin/chassis/service';
import { cancelMeeting } from './app/cancel-meeting.ts';
import { checkIn } from './app/check-in.ts';
import { confirmMeeting } from './app/confirm-meeting.ts';
import { declineMeeting } from './app/decline-meeting.ts';
import { getCaseMeetings } from './app/get-case-meetings.ts';
import { getMeeting } from './app/get-meeting.ts';
import { judgeLookBack } from './app/judge-look-back.ts';
import { learnFact } from './app/learn-fact.ts';
import { listMeetings } from './app/list-meetings.ts';
import type { MeetingPorts } from './app/ports.ts';
import { recordMeeting } from './app/record-meeting.ts';
import { recordNoResponse } from './app/record-no-response.ts';
import { rescheduleMeeting } from './app/reschedule-meeting.ts';
import { scheduleMeeting } from './app/schedule-meeting.ts';
import type { MeetingReactions, MeetingUseCases } from './app/use-cases.ts';
import { waiveOnSite } from './app/waive-on-site.ts';
import { caseFiles } from './storage/case-files.ts';
import { lookBackQuotas } from './storage/look-back-quotas.ts';
import { meetingLists } from './storage/meeting-lists.ts';
import { meetingConsumers } from './transport/consume.ts';
import { meetingGrpc } from './transport/grpc.ts';
import { publish } from './transport/publish.ts';

/** What meeting can be asked and told. */
export function meetingUseCases(ports: MeetingPorts): MeetingUseCases {
  return {
    scheduleMeeting: scheduleMeeting(ports),
    rescheduleMeeting: rescheduleMeeting(ports),
    cancelMeeting: cancelMeeting(ports),
    declineMeeting: declineMeeting(ports),
    checkIn: checkIn(ports),
    recordMeeting: recordMeeting(ports),
    confirmMeeting: confirmMeeting(ports),
    recordNoResponse: recordNoResponse(ports),
    waiveOnSite: waiveOnSite(ports),
    judgeLookBack: judgeLookBack(ports),
    listMeetings: listMeetings(ports),
    getMeeting: getMeeting(ports),
    getCaseMeetings: getCaseMeetings(ports),
  };
}

/** What meeting does about others' facts. */
export function meetingReactions(ports: MeetingPorts): MeetingReactions {
  return { learnFact: learnFact(ports) };
}

/** Postgres behind every port of storage. */
export const meetingStores = { files: caseFiles, meetings: meetingLists, quotas: lookBackQuotas };

/** Wires storage and transport around the use cases. */
export const composeMeeting: Compose = ({ uow, reference }: ServiceKit) => {
  const ports = { ...meetingStores, uow, reference, publish };
  return {
    grpc: [meetingGrpc(meetingUseCases(ports))],
    reactions: meetingConsumers(meetingReactions(ports)),
  };
};
