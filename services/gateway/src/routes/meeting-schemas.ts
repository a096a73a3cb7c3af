import type {
  GetCaseMeetingsResponse,
  Meeting as ProtoMeeting,
} from '@huiyin/contracts/gen/meeting/v1/service';
import { z } from 'zod';
import { day, id, ids, instant, line, sha256, text } from '../http/schemas.ts';

const MAX_PEOPLE = 100;
const MAX_ITEMS = 30;

const MEETING_KINDS = [
  'dual-confirmation',
  'on-site',
  'look-back',
  'task-force',
  'coordination',
  'joint-study',
  'talk',
  'hand-over',
] as const;

export const MEETING_STATUSES = ['scheduled', 'held', 'confirmed', 'judged', 'cancelled'] as const;

export const kind = z
  .enum(MEETING_KINDS)
  .describe('双确认、现场会、回头看、专班、协调、专题研究、约谈、交办会');

export const scheduleBody = z
  .strictObject({
    kind,
    suggestionId: id.optional().describe('只有交办会可以不填'),
    assignmentId: id.optional().describe('双确认、回头看、专题研究必填'),
    startsAt: instant,
    place: line(200),
    participantIds: ids(MAX_PEOPLE).default([]),
  })
  .meta({ id: 'ScheduleMeeting' });

export const rescheduleBody = z
  .strictObject({ startsAt: instant, place: line(200) })
  .meta({ id: 'RescheduleMeeting' });

const decision = z.strictObject({ what: line(500), who: line(200), dueOn: day.optional() });

const consultation = z.strictObject({
  background: text(5_000).describe('代表提出的背景和意图'),
  demands: z.array(text(2_000)).min(1).max(MAX_ITEMS),
  approach: text(5_000).describe('承办单位的办理思路'),
  measures: z.array(text(2_000)).min(1).max(MAX_ITEMS),
  milestones: z
    .array(z.strictObject({ text: line(500), dueOn: day }))
    .min(1)
    .max(MAX_ITEMS),
});

/** Files as archive keeps them, by id and hash. */
const files = z
  .array(z.strictObject({ attachmentId: id, sha256 }))
  .max(MAX_ITEMS)
  .default([]);

export const recordBody = z
  .strictObject({
    heldOn: day,
    presentIds: ids(MAX_PEOPLE).min(1),
    findings: z.string().trim().max(20_000).default('').describe('双确认以外必填'),
    decisions: z.array(decision).max(MAX_ITEMS).default([]),
    consultation: consultation.optional().describe('双确认必填'),
    photos: files.describe('现场照片'),
    minutesFiles: files.describe('纪要扫描件'),
  })
  .meta({ id: 'RecordMeeting' });

export const checkInBody = z
  .strictObject({ code: line(20).describe('现场显示的签到码，八位数字') })
  .meta({ id: 'CheckIn' });

export const attendanceBody = z
  .strictObject({ personId: id.describe('受邀人员'), reason: text(2_000) })
  .meta({ id: 'NoteAttendance' });

export const reasonBody = z.strictObject({ reason: text(2_000) }).meta({ id: 'MeetingReason' });

export const shareReasonBody = z
  .strictObject({ assignmentId: id, reason: text(2_000) })
  .meta({ id: 'ShareReason' });

export const confirmBody = z
  .strictObject({ recordVersion: z.int().min(1).max(1_000_000).describe('所读记录的版本') })
  .meta({ id: 'ConfirmMeeting' });

export const verdictBody = z
  .strictObject({ verdict: z.enum(['met', 'unmet']), gaps: z.array(text(2_000)).max(20).default([]) })
  .meta({ id: 'JudgeLookBack' });

const consultationAnswer = z.object({
  background: z.string(),
  demands: z.array(z.string()),
  approach: z.string(),
  measures: z.array(z.string()),
  milestones: z.array(z.object({ text: z.string(), dueOn: z.string() })),
});

const namedFiles = z.array(z.object({ attachmentId: z.string(), sha256: z.string(), name: z.string() }));

export const meeting = z
  .object({
    meetingId: z.string(),
    version: z.int(),
    suggestionId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    assignmentId: z.string(),
    unitId: z.string().describe('会议所针对的承办单位；针对整件建议时为空'),
    replyId: z.string(),
    kind: z.string(),
    status: z.string().describe(MEETING_STATUSES.join(' | ')),
    startsAt: z.string(),
    place: z.string(),
    participantIds: z.array(z.string()),
    invitations: z.array(z.object({ invitedOn: z.string(), startsAt: z.string() })),
    declines: z.array(z.object({ personId: z.string(), declinedOn: z.string(), reason: z.string() })),
    checkIns: z.array(
      z.object({
        personId: z.string(),
        at: z.string(),
        notedBy: z.string().describe('由召集人补记时为召集人'),
        reason: z.string(),
      }),
    ),
    heldOn: z.string(),
    presentIds: z.array(z.string()),
    findings: z.string(),
    decisions: z.array(z.object({ what: z.string(), who: z.string(), dueOn: z.string() })),
    consultation: consultationAnswer.optional(),
    recordVersion: z.int(),
    photos: namedFiles,
    minutesFiles: namedFiles,
    deputyConfirmedBy: z.string(),
    unitConfirmedBy: z.string(),
    verdict: z.string(),
    gaps: z.array(z.string()),
    cancelReason: z.string(),
  })
  .meta({ id: 'Meeting' });

export type Meeting = z.output<typeof meeting>;

export function toMeeting({ version, consultation: words, ...proto }: ProtoMeeting): Meeting {
  return { ...proto, version: Number(version), ...(words === undefined ? {} : { consultation: words }) };
}

export const caseMeetings = z
  .object({
    suggestionId: z.string(),
    version: z.int(),
    shares: z.array(
      z.object({
        assignmentId: z.string(),
        unitId: z.string(),
        role: z.string(),
        dualConfirmation: z.string().describe('open | both | deputy-not-responding'),
        dualConfirmedOn: z.string(),
        onSite: z.string().describe('optional | required | held | waived'),
        invitations: z.int(),
        noResponseFrom: z.string().describe('自此日起可认定代表未回应'),
      }),
    ),
    lookBacks: z.array(
      z.object({
        replyId: z.string(),
        assignmentId: z.string(),
        round: z.int(),
        status: z.string(),
        ground: z.string(),
        draw: z.number(),
        seed: z.string(),
        verdict: z.string(),
        gaps: z.array(z.string()),
        deputyPresent: z.boolean(),
        judgedOn: z.string(),
      }),
    ),
    meetings: z.array(meeting),
  })
  .meta({ id: 'CaseMeetings' });

export function toCaseMeetings(answer: GetCaseMeetingsResponse): z.output<typeof caseMeetings> {
  return { ...answer, version: Number(answer.version), meetings: answer.meetings.map(toMeeting) };
}
