import { MeetingServiceService } from '@huiyin/contracts/gen/meeting/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { MeetingUseCases } from '../app/use-cases.ts';
import { caseMeetingsTo, meetingTo } from './answer-mapping.ts';
import { instantFrom, kindFrom, listFrom, recordFrom, verdictFrom } from './request-mapping.ts';

type Definition = typeof MeetingServiceService;
type Handlers = Parameters<typeof grpcService<Definition>>[1];

/** The gRPC API: decode, call the use case, encode. */
export function meetingGrpc(use: MeetingUseCases): GrpcService {
  return grpcService(MeetingServiceService, {
    ...invitationRpcs(use),
    ...recordRpcs(use),
    ...questions(use),
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
  } satisfies Partial<Handlers>;
}
