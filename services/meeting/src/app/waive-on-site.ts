import type { CommandContext } from '@huiyin/kernel/command-context';
import { waiveOnSite as decide } from '../domain/waive-on-site.ts';
import { changeFile } from './change-file.ts';
import type { MeetingPorts } from './ports.ts';

/** 免开现场会, by 代表工委 with reason. */
export function waiveOnSite(ports: MeetingPorts) {
  return (request: { suggestionId: string; assignmentId: string; reason: string }, ctx: CommandContext) => {
    const { suggestionId: fileId, assignmentId, reason } = request;
    return changeFile(ports, ctx, {
      fileId,
      permission: (file) => ({ action: 'meeting.waive-on-site', concern: { file, assignmentId } }),
      decide: (file, { today }) => decide(file, { assignmentId, reason, today }),
    });
  };
}
