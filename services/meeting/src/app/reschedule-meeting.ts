import type { CommandContext } from '@huiyin/kernel/command-context';
import { rescheduleMeeting as decide, type RescheduleMeeting } from '../domain/change-invitation.ts';
import { conveneAction } from '../domain/rights.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** Another time or place. */
export function rescheduleMeeting(ports: MeetingPorts) {
  return (request: Omit<RescheduleMeeting, 'today' | 'convenerId'>, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: (meeting) => conveneAction(meeting.kind),
      decide: (file, { today }) => decide(file, { ...request, today, convenerId: ctx.actor.personId }),
    });
}
