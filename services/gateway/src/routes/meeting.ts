import { MeetingServiceService } from '@huiyin/contracts/gen/meeting/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, queryFlag } from '../http/schemas.ts';
import {
  attendanceBody,
  caseMeetings,
  checkInBody,
  confirmBody,
  kind,
  meeting,
  MEETING_STATUSES,
  reasonBody,
  recordBody,
  rescheduleBody,
  scheduleBody,
  shareReasonBody,
  toCaseMeetings,
  toMeeting,
  verdictBody,
} from './meeting-schemas.ts';

const forService = { tag: 'meeting', client: MeetingServiceService } as const;
const ofMeeting = ({ id: meetingId }: { id: string }) => ({ meetingId });
const ofSuggestion = ({ id: suggestionId }: { id: string }) => ({ suggestionId });

/** Archive gives a file its name. */
const unnamed = (file: { attachmentId: string; sha256: string }) => ({ ...file, name: '' });

/** The three meetings and the others: inviting, holding, confirming, judging. */
export function meetingRoutes(api: Api): void {
  questions(api);
  invitations(api);
  checkInCode(api);
  records(api);
  exceptions(api);
}

function questions(api: Api): void {
  api.list({
    ...forService,
    url: '/meetings',
    operationId: 'listMeetings',
    summary: '会议，按时间先后',
    query: {
      kind: kind.optional(),
      status: z.enum(MEETING_STATUSES).optional(),
      from: day.optional(),
      to: day.optional(),
      mine: queryFlag.optional().describe('只看邀请我的'),
    },
    item: meeting,
    rpc: 'listMeetings',
    toRequest: (_params, query, page) => ({
      ...{ kind: query.kind ?? '', status: query.status ?? '', mine: query.mine ?? false, page },
      ...{ fromDay: query.from ?? '', toDay: query.to ?? '' },
    }),
    toPage: ({ meetings, nextCursor }) => ({ items: meetings.map(toMeeting), nextCursor }),
  });
  api.query({
    ...forService,
    url: '/meetings/{id}',
    operationId: 'getMeeting',
    summary: '一次会议',
    response: meeting,
    rpc: 'getMeeting',
    toRequest: ofMeeting,
    toAnswer: ({ meeting: found }) => {
      if (found === undefined) throw new Error('getMeeting answered without a meeting');
      return toMeeting(found);
    },
    version: ({ meeting: found }) => found?.version ?? 0,
  });
  api.query({
    ...forService,
    url: '/suggestions/{id}/meetings',
    operationId: 'getCaseMeetings',
    summary: '一件建议的会议和各道关口',
    response: caseMeetings,
    rpc: 'getCaseMeetings',
    toRequest: ofSuggestion,
    toAnswer: toCaseMeetings,
    version: ({ version }) => version,
  });
}

function checkInCode(api: Api): void {
  api.query({
    ...forService,
    url: '/meetings/{id}/check-in-code',
    operationId: 'getCheckInCode',
    summary: '签到码，会议当日由召集人在现场出示',
    response: z
      .object({
        code: z.string().describe('八位数字'),
        nextAt: z.string().describe('更换时刻；更换后一分钟内仍有效'),
      })
      .meta({ id: 'CheckInCode' }),
    rpc: 'getCheckInCode',
    toRequest: ofMeeting,
    toAnswer: (found) => found,
  });
}

function invitations(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings',
    operationId: 'scheduleMeeting',
    summary: '邀请开会',
    body: scheduleBody,
    status: 201,
    rpc: 'scheduleMeeting',
    toRequest: (_params, body) => ({
      ...body,
      suggestionId: body.suggestionId ?? '',
      assignmentId: body.assignmentId ?? '',
    }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:schedule',
    operationId: 'rescheduleMeeting',
    summary: '改期或改地点',
    description: '算作又一次邀请。',
    body: rescheduleBody,
    rpc: 'rescheduleMeeting',
    toRequest: (params, body) => ({ ...ofMeeting(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:cancel',
    operationId: 'cancelMeeting',
    summary: '取消会议',
    body: reasonBody,
    rpc: 'cancelMeeting',
    toRequest: (params, body) => ({ ...ofMeeting(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:decline',
    operationId: 'declineMeeting',
    summary: '答复不能参加',
    body: reasonBody,
    rpc: 'declineMeeting',
    toRequest: (params, body) => ({ ...ofMeeting(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:check-in',
    operationId: 'checkIn',
    summary: '签到',
    description: '会议当日凭现场显示的签到码。',
    body: checkInBody,
    rpc: 'checkIn',
    toRequest: (params, body) => ({ ...ofMeeting(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:note-attendance',
    operationId: 'noteAttendance',
    summary: '补记签到',
    description: '召集人为到会而未能自行签到的人补记，须说明原因。',
    body: attendanceBody,
    rpc: 'noteAttendance',
    toRequest: (params, body) => ({ ...ofMeeting(params), ...body }),
  });
}

function records(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:record',
    operationId: 'recordMeeting',
    summary: '记录会议',
    description: '再次记录即为更正，已有的确认随之失效。',
    body: recordBody,
    rpc: 'recordMeeting',
    toRequest: (params, { decisions, consultation, photos, minutesFiles, ...body }) => ({
      ...ofMeeting(params),
      ...body,
      photos: photos.map(unnamed),
      minutesFiles: minutesFiles.map(unnamed),
      decisions: decisions.map((decision) => ({ ...decision, dueOn: decision.dueOn ?? '' })),
      consultation,
    }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:confirm',
    operationId: 'confirmMeeting',
    summary: '确认面商记录（双确认）',
    body: confirmBody,
    rpc: 'confirmMeeting',
    toRequest: (params, body) => ({ ...ofMeeting(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/meetings/{id}:judge',
    operationId: 'judgeLookBack',
    summary: '回头看评价',
    body: verdictBody,
    rpc: 'judgeLookBack',
    toRequest: (params, body) => ({ ...ofMeeting(params), ...body }),
  });
}

/** What 代表工委 alone may record so that nothing waits forever. */
function exceptions(api: Api): void {
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}/meetings:record-no-response',
    operationId: 'recordNoResponse',
    summary: '认定代表未回应',
    body: shareReasonBody,
    rpc: 'recordNoResponse',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
  api.command({
    ...forService,
    method: 'POST',
    url: '/suggestions/{id}/meetings:waive-on-site',
    operationId: 'waiveOnSite',
    summary: '免开现场会',
    body: shareReasonBody,
    rpc: 'waiveOnSite',
    toRequest: (params, body) => ({ ...ofSuggestion(params), ...body }),
  });
}
