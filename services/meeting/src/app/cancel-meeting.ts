import type { CommandContext } from '@huiyin/kernel/command-context';
import { cancelMeeting as decide } from '../domain/change-invitation.ts';
import { conveneAction } from '../domain/rights.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** Takes an invitation back. */
export function cancelMeeting(ports: MeetingPorts) {
  return (request: { meetingId: string; reason: string }, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: (meeting) => conveneAction(meeting.kind),
      decide: (file) => decide(file, request),
    });
}
