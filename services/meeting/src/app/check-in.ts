import type { CommandContext } from '@huiyin/kernel/command-context';
import { checkIn as decide } from '../domain/attendance.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** 签到 */
export function checkIn(ports: MeetingPorts) {
  return ({ meetingId, code }: { meetingId: string; code: string }, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId,
      action: () => 'meeting.check-in',
      decide: async (file, { tx, today }) => {
        const key = await ports.meetings.checkInKey(tx, ctx.tenant, meetingId);
        return decide(file, { meetingId, code, key, personId: ctx.actor.personId, at: ctx.at, today });
      },
    });
}
