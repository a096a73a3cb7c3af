import { dueDate } from '@huiyin/calendar/due-date';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import { addDays, type LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { leadDeputyOf, meetingOf, shareOf, type CaseFile } from './case-file.ts';
import { cancellation } from './change-invitation.ts';
import { meetClock, type RulesInForce } from './clock-fact.ts';
import type { Decision, MeetingEvent } from './events.ts';
import { assignmentOf, type Invitation, type Meeting, type Side } from './meeting.ts';
import { invalid, meetingUnknown, notYetKnown, wrongState, type MeetingRejection } from './rejections.ts';
import { replies } from './share.ts';

export interface ConfirmMeeting {
  readonly meetingId: string;
  readonly side: Side;
  readonly personId: string;
  /** The record that side read. */
  readonly recordVersion: number;
  readonly today: LocalDate;
}

/** One side confirms the record; the second one completes the dual confirmation 双确认. */
export function confirmMeeting(file: CaseFile, command: ConfirmMeeting): Decision {
  const { meetingId, side, personId, recordVersion, today } = command;
  const meeting = meetingOf(file, meetingId);
  if (meeting === undefined) return meetingUnknown();
  if (meeting.kind !== 'dual-confirmation')
    return wrongState('confirmation-not-needed', '此类会议不需要双方确认');
  if (meeting.status !== 'held') return wrongState('meeting-not-held', '会议记录填写后、完成前才能确认');
  if (meeting.record.version !== recordVersion) {
    return reject('stale', 'record-changed', '会议记录已修改，请重新阅读后确认', {
      field: 'recordVersion',
      detail: { recordVersion: meeting.record.version },
    });
  }
  if (meeting.confirmations.some((confirmation) => confirmation.side === side)) {
    return wrongState('already-confirmed', '本方已确认');
  }
  const share = shareOf(file, assignmentOf(meeting));
  if (share?.standing === 'left') return wrongState('share-left', '该承办任务已退办或结束');
  if (share?.dualConfirmation.phase === 'completed')
    return wrongState('dual-confirmation-done', '双确认已完成');
  const confirmed: MeetingEvent = {
    type: 'meeting-confirmed',
    meetingId,
    kind: meeting.kind,
    side,
    personId,
    confirmedOn: today,
  };
  if (meeting.confirmations.length === 0) return [confirmed];
  return [confirmed, ...completed(file, meeting, { today, manner: 'both', reason: '' })];
}

export interface RecordNoResponse {
  readonly assignmentId: string;
  readonly reason: string;
  readonly today: LocalDate;
  readonly rules: RulesInForce;
  readonly calendar: WorkCalendar;
}

/**
 * 代表未回应: opens the gate when the lead deputy stayed silent for the term after the second recorded invitation, so
 * that an absent deputy never stops the handling (decisions.md 5). Counted apart from a real dual confirmation.
 */
export function recordNoResponse(file: CaseFile, command: RecordNoResponse): Decision {
  const share = shareOf(file, command.assignmentId);
  const reason = command.reason.trim();
  if (share === undefined) return notYetKnown('assignment', file.fileId, '交办信息尚未同步，请稍后再试');
  if (reason === '') return invalid('reason-missing', '请说明认定代表未回应的依据', 'reason');
  if (share.standing === 'left') return wrongState('share-left', '该承办任务已退办或结束');
  if (!replies(share)) return wrongState('share-does-not-reply', '协办和参阅单位不需要双确认');
  if (share.dualConfirmation.phase === 'completed')
    return wrongState('dual-confirmation-done', '双确认已完成');
  const meetings = dualConfirmationsOf(file, share.assignmentId);
  if (meetings.some(deputyConfirmed))
    return wrongState('deputy-has-responded', '领衔代表已确认，等待承办单位确认');
  const from = noResponseFrom(file, command);
  if (from === undefined) return tooFewInvitations(command.rules);
  if (command.today < from) {
    return reject('wrong-state', 'silence-not-over', `${from}起仍未回应才能认定`, { detail: { from } });
  }
  const last = meetings.at(-1) as Meeting;
  return completed(file, last, { today: command.today, manner: 'deputy-not-responding', reason });
}

/**
 * First day on which 代表未回应 may be recorded: the day after the term of `deputy_no_response`, counted from the later
 * of the second invitation and the deputy's last sign of life, and not before the proposed days have passed.
 * Undefined while there are too few invitations.
 */
export function noResponseFrom(
  file: CaseFile,
  { assignmentId, rules, calendar }: Pick<RecordNoResponse, 'assignmentId' | 'rules' | 'calendar'>,
): LocalDate | undefined {
  const meetings = dualConfirmationsOf(file, assignmentId);
  const invitations = invitationsOf(meetings);
  const decisive = invitations[rules.pack.params.no_response_invitations - 1];
  if (decisive === undefined) return undefined;
  const start = latest([decisive.invitedOn, ...signsOfLife(file, meetings)]);
  const { due } = dueDate({
    start,
    term: rules.pack.rules.deputy_no_response,
    calendar,
    rollOver: rules.pack.params.roll_over,
  });
  return addDays(latest([due, ...invitations.map((invitation) => invitation.startsOn)]), 1);
}

/** Recorded invitations, oldest first. One that was taken back asked nobody. */
export function invitationsOf(meetings: readonly Meeting[]): readonly Invitation[] {
  return meetings
    .filter((meeting) => meeting.status !== 'cancelled')
    .flatMap((meeting) => meeting.invitations)
    .toSorted((a, b) => (a.invitedOn < b.invitedOn ? -1 : a.invitedOn > b.invitedOn ? 1 : 0));
}

export function dualConfirmationsOf(file: CaseFile, assignmentId: string): readonly Meeting[] {
  return file.meetings.filter(
    (meeting) => meeting.kind === 'dual-confirmation' && assignmentOf(meeting) === assignmentId,
  );
}

/** A refusal with reasons, a check-in, taking the lead and having been there are answers; silence counts from the last of them. */
function signsOfLife(file: CaseFile, meetings: readonly Meeting[]): readonly LocalDate[] {
  const lead = leadDeputyOf(file);
  // Silence of the former lead is none of the new one's.
  const taken = file.lead === undefined ? [] : [file.lead.since];
  const signs = meetings.flatMap((meeting) => [
    ...meeting.declines.filter((decline) => decline.personId === lead).map((decline) => decline.declinedOn),
    ...meeting.checkIns.filter((checkedIn) => checkedIn.personId === lead).map((checkedIn) => checkedIn.on),
    ...(meeting.status === 'held' && lead !== undefined && meeting.record.presentIds.includes(lead)
      ? [meeting.record.heldOn]
      : []),
  ]);
  return [...taken, ...signs];
}

function deputyConfirmed(meeting: Meeting): boolean {
  return (
    meeting.status === 'held' && meeting.confirmations.some((confirmation) => confirmation.side === 'deputy')
  );
}

function tooFewInvitations(rules: RulesInForce): MeetingRejection {
  const needed = rules.pack.params.no_response_invitations;
  return wrongState('too-few-invitations', `须有${needed}次邀请记录才能认定代表未回应`);
}

/** The gate opens; other invitations to the same end are taken back. */
function completed(
  file: CaseFile,
  meeting: Meeting,
  { today, manner, reason }: { today: LocalDate; manner: 'both' | 'deputy-not-responding'; reason: string },
): readonly MeetingEvent[] {
  const assignmentId = assignmentOf(meeting);
  const others = dualConfirmationsOf(file, assignmentId).filter((other) => other.status === 'scheduled');
  return [
    {
      type: 'dual-confirmation-completed',
      meetingId: meeting.meetingId,
      assignmentId,
      completedOn: today,
      manner,
      reason,
      clocks: [meetClock({ kind: 'dual_confirmation', subject: assignmentId, round: 1 }, today)],
    },
    ...others.map((other) =>
      cancellation(other, manner === 'both' ? '双确认已在另一次会议完成' : '已认定代表未回应'),
    ),
  ];
}

function latest(days: readonly LocalDate[]): LocalDate {
  return days.reduce((a, b) => (a > b ? a : b));
}
