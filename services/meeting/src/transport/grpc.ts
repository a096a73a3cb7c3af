import { MeetingServiceService } from '@huiyin/contracts/gen/meeting/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { MeetingUseCases } from '../app/use-cases.ts';
import { caseMeetingsTo, meetingTo } from './answer-mapping.ts';
import { calendarText } from './calendar-text.ts';
import {
  instantFrom,
  kindFrom,
  listFrom,
  recordFrom,
  secretHashFrom,
  verdictFrom,
} from './request-mapping.ts';

type Definition = typeof MeetingServiceService;
type Handlers = Parameters<typeof grpcService<Definition>>[1];

/** The gRPC API: decode, call the use case, encode. */
export function meetingGrpc(use: MeetingUseCases): GrpcService {
  return grpcService(MeetingServiceService, {
    ...invitationRpcs(use),
    ...recordRpcs(use),
    ...questions(use),
    ...calendarRpcs(use),
  });
}

function invitationRpcs(use: MeetingUseCases) {
  return {
    scheduleMeeting: command(async (request, ctx) => {
      const kind = kindFrom(request.kind);
      if (isRejection(kind)) return kind;
      const instant = instantFrom(request.startsAt, 'startsAt');
      if (isRejection(instant)) return instant;
      const { suggestionId, assignmentId, place, participantIds } = request;
      return use.scheduleMeeting(
        { suggestionId, kind, assignmentId, place, participantIds, ...instant },
        ctx,
      );
    }),
    rescheduleMeeting: command(async (request, ctx) => {
      const instant = instantFrom(request.startsAt, 'startsAt');
      if (isRejection(instant)) return instant;
      const { meetingId, place } = request;
      return use.rescheduleMeeting({ meetingId, place, ...instant }, ctx);
    }),
    cancelMeeting: command(use.cancelMeeting),
    declineMeeting: command(use.declineMeeting),
    checkIn: command(use.checkIn),
    noteAttendance: command(use.noteAttendance),
  } satisfies Partial<Handlers>;
}

function recordRpcs(use: MeetingUseCases) {
  return {
    recordMeeting: command(async (request, ctx) => {
      const record = recordFrom(request);
      return isRejection(record) ? record : use.recordMeeting(record, ctx);
    }),
    confirmMeeting: command(use.confirmMeeting),
    recordNoResponse: command(use.recordNoResponse),
    waiveOnSite: command(use.waiveOnSite),
    judgeLookBack: command(async ({ meetingId, gaps, ...request }, ctx) => {
      const verdict = verdictFrom(request.verdict);
      return isRejection(verdict) ? verdict : use.judgeLookBack({ meetingId, verdict, gaps }, ctx);
    }),
  } satisfies Partial<Handlers>;
}

function questions(use: MeetingUseCases) {
  return {
    listMeetings: query(async (request, ctx) => {
      const question = listFrom(request);
      if (isRejection(question)) return question;
      const { meetings, nextCursor } = await use.listMeetings(question, ctx);
      return { meetings: meetings.map(meetingTo), nextCursor };
    }),
    getMeeting: query(async (request, ctx) => {
      const found = await use.getMeeting(request, ctx);
      return isRejection(found) ? found : { meeting: meetingTo(found) };
    }),
    getCaseMeetings: query(async (request, ctx) => {
      const found = await use.getCaseMeetings(request, ctx);
      return isRejection(found) ? found : caseMeetingsTo(found);
    }),
    getCheckInCode: query(async (request, ctx) => {
      const found = await use.getCheckInCode(request, ctx);
      return isRejection(found) ? found : { code: found.code, nextAt: found.nextAt.toISOString() };
    }),
  } satisfies Partial<Handlers>;
}

function calendarRpcs(use: MeetingUseCases) {
  return {
    renewCalendarFeed: command(async (request, ctx) => {
      const secretHash = secretHashFrom(request.secretHash);
      return isRejection(secretHash) ? secretHash : use.renewCalendarFeed({ secretHash }, ctx);
    }),
    revokeCalendarFeed: command(use.revokeCalendarFeed),
    getCalendarFeed: query(async (request, ctx) => ({
      madeAt: (await use.getCalendarFeed(request, ctx))?.madeAt.toISOString() ?? '',
    })),
    getCalendar: query(async ({ mine, site }, ctx) => ({
      calendar: calendarText(await use.getCalendar({ mine }, ctx), site),
    })),
    readCalendarFeed: query(async ({ secretHash, mine, site }, ctx) => {
      const found = await use.readCalendarFeed({ secretHash, mine }, ctx);
      return isRejection(found) ? found : { calendar: calendarText(found, site) };
    }),
  } satisfies Partial<Handlers>;
}
