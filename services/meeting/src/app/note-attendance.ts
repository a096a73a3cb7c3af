import type { CommandContext } from '@huiyin/kernel/command-context';
import { noteAttendance as decide } from '../domain/attendance.ts';
import { conveneAction } from '../domain/rights.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** 补记签到, by whoever may convene the meeting. */
export function noteAttendance(ports: MeetingPorts) {
  return (request: { meetingId: string; personId: string; reason: string }, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: (meeting) => conveneAction(meeting.kind),
      decide: (file, { today }) =>
        decide(file, { ...request, notedBy: ctx.actor.personId, at: ctx.at, today }),
    });
}
