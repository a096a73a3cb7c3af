import type { CommandContext } from '@huiyin/kernel/command-context';
import { declineMeeting as decide } from '../domain/change-invitation.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** A participant cannot come. */
export function declineMeeting(ports: MeetingPorts) {
  return (request: { meetingId: string; reason: string }, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: () => 'meeting.decline',
      decide: (file, { today }) => decide(file, { ...request, personId: ctx.actor.personId, today }),
    });
}
