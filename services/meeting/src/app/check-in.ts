import type { CommandContext } from '@huiyin/kernel/command-context';
import { checkIn as decide } from '../domain/change-invitation.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** 签到 */
export function checkIn(ports: MeetingPorts) {
  return ({ meetingId }: { meetingId: string }, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId,
      action: () => 'meeting.check-in',
      decide: (file, { today, now }) =>
        decide(file, { meetingId, personId: ctx.actor.personId, at: now, today }),
    });
}
