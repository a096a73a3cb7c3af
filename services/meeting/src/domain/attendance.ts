import type { LocalDate } from '@huiyin/kernel/local-date';
import { meetingOf, type CaseFile } from './case-file.ts';
import { judgeCode } from './check-in-code.ts';
import type { Decision } from './events.ts';
import type { Meeting } from './meeting.ts';
import { invalid, meetingUnknown, wrongState, type MeetingRejection } from './rejections.ts';

export interface CheckInToMeeting {
  readonly meetingId: string;
  readonly personId: string;
  /** As typed. */
  readonly code: string;
  /** From which the meeting's codes are derived. */
  readonly key: string;
  /** Business time. */
  readonly at: Date;
  readonly today: LocalDate;
}

/** 签到 on the day of the meeting, with the code that is shown there, until the record is written. */
export function checkIn(file: CaseFile, command: CheckInToMeeting): Decision {
  const { meetingId, personId, at, today } = command;
  const meeting = meetingOf(file, meetingId);
  if (meeting === undefined) return meetingUnknown();
  const refusal = refuseCodes(meeting, today) ?? refuseComer(meeting, personId, '您');
  if (refusal !== undefined) return refusal;
  const worth = judgeCode(command.key, at, command.code);
  if (worth === 'expired')
    return invalid('check-in-code-expired', '签到码已更换，请按现场显示的最新签到码填写', 'code');
  if (worth === 'wrong')
    return invalid('check-in-code-wrong', '签到码不正确，请核对现场显示的签到码', 'code');
  return [
    {
      ...{ type: 'meeting-checked-in', meetingId, personId, checkedInAt: at.toISOString() },
      ...{ checkedInOn: today, notedBy: '', reason: '' },
    },
  ];
}

export interface NoteAttendance {
  readonly meetingId: string;
  readonly personId: string;
  readonly reason: string;
  /** The convener. */
  readonly notedBy: string;
  /** Business time. */
  readonly at: Date;
  readonly today: LocalDate;
}

/** 补记签到: the convener notes who came without being able to check in; also after the day, until the record is written. */
export function noteAttendance(file: CaseFile, command: NoteAttendance): Decision {
  const { meetingId, personId, notedBy, at, today } = command;
  const reason = command.reason.trim();
  const meeting = meetingOf(file, meetingId);
  if (meeting === undefined) return meetingUnknown();
  const refusal =
    refuseUnscheduled(meeting) ?? refuseEarly(meeting, today) ?? refuseComer(meeting, personId, '该人员');
  if (refusal !== undefined) return refusal;
  if (reason === '') return invalid('reason-missing', '请说明未能自行签到的原因', 'reason');
  return [
    {
      ...{ type: 'meeting-checked-in', meetingId, personId, checkedInAt: at.toISOString() },
      ...{ checkedInOn: today, notedBy, reason },
    },
  ];
}

/** Why a meeting has no code on a day; undefined when it has one. */
export function refuseCodes(meeting: Meeting, today: LocalDate): MeetingRejection | undefined {
  const refusal = refuseUnscheduled(meeting) ?? refuseEarly(meeting, today);
  if (refusal !== undefined) return refusal;
  if (today === meeting.startsOn) return undefined;
  return wrongState('check-in-over', `会议当日（${meeting.startsOn}）已过，请召集人补记签到`);
}

function refuseUnscheduled({ status }: Meeting): MeetingRejection | undefined {
  return status === 'scheduled' ? undefined : wrongState('meeting-not-scheduled', '会议已召开或已取消');
}

function refuseEarly({ startsOn }: Meeting, today: LocalDate): MeetingRejection | undefined {
  return today < startsOn ? wrongState('check-in-too-early', `会议当日（${startsOn}）才能签到`) : undefined;
}

function refuseComer(meeting: Meeting, personId: string, who: string): MeetingRejection | undefined {
  if (!meeting.participantIds.includes(personId)) return wrongState('not-invited', `${who}不在受邀人员之列`);
  if (meeting.checkIns.some((checkedIn) => checkedIn.personId === personId))
    return wrongState('already-checked-in', `${who}已签到`);
  return undefined;
}
