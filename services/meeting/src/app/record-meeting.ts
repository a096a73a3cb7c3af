import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { recordMeeting as decide, type RecordMeeting } from '../domain/record-meeting.ts';
import { conveneAction } from '../domain/rights.ts';
import { changeMeeting } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';
import { nameFiles, type NamedFile } from './record-files.ts';

export interface RecordMeetingRequest extends Omit<RecordMeeting, 'today' | 'files'> {
  readonly photos: readonly NamedFile[];
  readonly minutesFiles: readonly NamedFile[];
}

/** The meeting was held; recording again corrects. */
export function recordMeeting(ports: MeetingPorts) {
  return async ({ photos, minutesFiles, ...request }: RecordMeetingRequest, ctx: CommandContext) => {
    const files = await nameFiles(ports, ctx, { meetingId: request.meetingId, photos, minutesFiles });
    if (isRejection(files)) return files;
    return changeMeeting(ports, ctx, {
      meetingId: request.meetingId,
      action: (meeting) => conveneAction(meeting.kind),
      decide: (file, { today }) => decide(file, { ...request, files, today }),
    });
  };
}
