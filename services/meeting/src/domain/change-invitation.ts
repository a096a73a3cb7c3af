import type { LocalDate } from '@huiyin/kernel/local-date';
import type { CaseFile } from './case-file.ts';
import { meetingOf } from './case-file.ts';
import type { Decision, MeetingEvent } from './events.ts';
import { assignmentOf, isOpen, type Meeting } from './meeting.ts';
import { invalid, meetingUnknown, wrongState, type MeetingRejection } from './rejections.ts';

export interface RescheduleMeeting {
  readonly meetingId: string;
  /** RFC 3339 */
  readonly startsAt: string;
  readonly startsOn: LocalDate;
  readonly place: string;
  readonly today: LocalDate;
  /** Who invites. */
  readonly convenerId: string;
}

/** Another time or place; the lead deputy is invited anew, so it counts as a further invitation. */
export function rescheduleMeeting(file: CaseFile, command: RescheduleMeeting): Decision {
  const { meetingId, startsAt, startsOn, place, today, convenerId } = command;
  const meeting = scheduledOf(file, meetingId);
  if ('rejected' in meeting) return meeting;
  if (place.trim() === '') return invalid('place-missing', '请填写会议地点', 'place');
  if (startsOn < today) return invalid('starts-in-past', '会议时间不能早于今天', 'startsAt');
  return [
    {
      type: 'meeting-rescheduled',
      meetingId,
      kind: meeting.kind,
      assignmentId: assignmentOf(meeting),
      startsAt,
      startsOn,
      place: place.trim(),
      participantIds: meeting.participantIds,
      invitedOn: today,
      convenerId,
    },
  ];
}

export function cancelMeeting(file: CaseFile, command: { meetingId: string; reason: string }): Decision {
  const reason = command.reason.trim();
  const meeting = meetingOf(file, command.meetingId);
  if (meeting === undefined) return meetingUnknown();
  if (reason === '') return invalid('reason-missing', '请说明取消原因', 'reason');
  if (!isOpen(meeting)) return wrongState('meeting-ended', '会议已结束或已取消');
  // What was held has happened: only an invitation can be taken back.
  if (meeting.status === 'held') return wrongState('meeting-ended', '会议已召开，不能取消');
  return [cancellation(meeting, reason)];
}

/** The fact that a meeting does not take place, for everybody who was invited. */
export function cancellation({ meetingId, kind, participantIds }: Meeting, reason: string): MeetingEvent {
  return { type: 'meeting-cancelled', meetingId, kind, participantIds, reason };
}

export interface DeclineMeeting {
  readonly meetingId: string;
  readonly personId: string;
  readonly reason: string;
  readonly today: LocalDate;
}

/** A participant cannot come. The meeting stays, and another date may be proposed. */
export function declineMeeting(file: CaseFile, command: DeclineMeeting): Decision {
  const { meetingId, personId, today } = command;
  const reason = command.reason.trim();
  const meeting = scheduledOf(file, meetingId);
  if ('rejected' in meeting) return meeting;
  if (!meeting.participantIds.includes(personId)) return wrongState('not-invited', '您不在受邀人员之列');
  if (reason === '') return invalid('reason-missing', '请说明不能参加的原因', 'reason');
  const last = meeting.declines.findLast((decline) => decline.personId === personId);
  const invitedOn = meeting.invitations.at(-1)?.invitedOn;
  if (
    last !== undefined &&
    meeting.declines.filter((d) => d.personId === personId).length >= meeting.invitations.length
  ) {
    return wrongState('already-declined', `您已于${last.declinedOn}答复不能参加${invitedOn}发出的邀请`);
  }
  const { convenerId = '' } = meeting;
  return [{ type: 'meeting-declined', meetingId, personId, declinedOn: today, reason, convenerId }];
}

function scheduledOf(file: CaseFile, meetingId: string): Meeting | MeetingRejection {
  const meeting = meetingOf(file, meetingId);
  if (meeting === undefined) return meetingUnknown();
  if (meeting.status !== 'scheduled') return wrongState('meeting-not-scheduled', '会议已召开或已取消');
  return meeting;
}
