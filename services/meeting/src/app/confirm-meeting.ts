import type { CommandContext } from '@huiyin/kernel/command-context';
import { confirmMeeting as decide } from '../domain/dual-confirmation.ts';
import { isLeadDeputy } from '../domain/rights.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** 双确认: the lead deputy for one side, head or liaison of the share's unit for the other. */
export function confirmMeeting(ports: MeetingPorts) {
  return (request: { meetingId: string; recordVersion: number }, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: () => 'meeting.confirm',
      decide: (file, { today }) => {
        const side = isLeadDeputy(ctx, file) ? 'deputy' : 'unit';
        return decide(file, { ...request, side, personId: ctx.actor.personId, today });
      },
    });
}
