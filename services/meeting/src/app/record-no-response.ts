import type { CommandContext } from '@huiyin/kernel/command-context';
import { recordNoResponse as decide } from '../domain/dual-confirmation.ts';
import { notYetKnown } from '../domain/rejections.ts';
import { changeFile } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** 代表未回应, by 代表工委 only. */
export function recordNoResponse(ports: MeetingPorts) {
  return (request: { suggestionId: string; assignmentId: string; reason: string }, ctx: CommandContext) => {
    const { suggestionId: fileId, assignmentId, reason } = request;
    return changeFile(ports, ctx, {
      fileId,
      permission: (file) => ({ action: 'meeting.record-no-response', concern: { file, assignmentId } }),
      decide: async (file, { tx, today, rules }) => {
        const calendar = await ports.reference.calendar(tx);
        if (calendar === undefined)
          return notYetKnown('directory', 'calendar', '工作日历尚未同步，请稍后再试');
        return decide(file, { assignmentId, reason, today, rules, calendar });
      },
    });
  };
}
