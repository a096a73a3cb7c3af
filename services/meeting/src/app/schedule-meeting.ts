import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { emptyFile } from '../domain/case-file.ts';
import type { MeetingKind } from '../domain/meeting-kind.ts';
import { invalid } from '../domain/rejections.ts';
import { conveneAction } from '../domain/rights.ts';
import { scheduleMeeting as decide, type ScheduleMeeting } from '../domain/schedule-meeting.ts';
import { changeFile } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

export interface ScheduleMeetingRequest extends Omit<
  ScheduleMeeting,
  'meetingId' | 'today' | 'rules' | 'convenerId'
> {
  /** Empty only for a hand-over meeting 交办会, which may concern hundreds of cases. */
  readonly suggestionId: string;
}

/** Invites to a meeting. */
export function scheduleMeeting(ports: MeetingPorts) {
  return async (request: ScheduleMeetingRequest, ctx: CommandContext) => {
    const meetingId = newId();
    const { suggestionId, ...meeting } = request;
    if (suggestionId === '' && !mayStandAlone(request.kind)) {
      return invalid('share-missing', '请选择建议', 'suggestionId');
    }
    const fileId = suggestionId === '' ? meetingId : suggestionId;
    return changeFile(ports, ctx, {
      fileId,
      answerId: meetingId,
      ...(suggestionId === '' ? { whenNew: emptyFile(meetingId, '') } : {}),
      permission: (file) => ({
        action: conveneAction(request.kind),
        concern: { file, assignmentId: request.assignmentId },
      }),
      decide: (file, { today, rules }) =>
        decide(file, { ...meeting, meetingId, today, rules, convenerId: ctx.actor.personId }),
    });
  };
}

function mayStandAlone(kind: MeetingKind): boolean {
  return kind === 'hand-over';
}
