import type { CommandContext } from '@huiyin/kernel/command-context';
import { recordMeeting as decide, type RecordMeeting } from '../domain/record-meeting.ts';
import { conveneAction } from '../domain/rights.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** The meeting was held; recording again corrects. */
export function recordMeeting(ports: MeetingPorts) {
  return (request: Omit<RecordMeeting, 'today'>, ctx: CommandContext) =>
    changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: (meeting) => conveneAction(meeting.kind),
      decide: (file, { today }) => decide(file, { ...request, today }),
    });
}
