import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideFaceToFaceRecord, type RecordFaceToFace } from '../domain/face-to-face-record.ts';
import { keepDeliveries } from './deliver-reply.ts';
import { changeWithFiles } from './evidence-files.ts';
import type { AssignmentPorts } from './ports.ts';
import { shareWithReply } from './share-with-reply.ts';

/** 当面答复记录: each deputy signs it, or has signed the paper of which the scan is named. */
export function recordFaceToFace(ports: AssignmentPorts) {
  return (request: Omit<RecordFaceToFace, 'recordIds'>, ctx: CommandContext) =>
    changeWithFiles(ports, ctx, {
      evidence: { attachments: request.scan },
      partId: request.replyId,
      unknown: 'reply-unknown',
      action: 'assignment.deliver-reply',
      share: (suggestion) => shareWithReply(suggestion, request.replyId),
      decide: (suggestion, under) => {
        const recordIds = suggestion.owed.map(() => newId());
        const events = decideFaceToFaceRecord(suggestion, { ...request, recordIds }, under);
        if (isRejection(events)) return events;
        return { id: request.replyId, events, keep: keepDeliveries(ports, ctx.tenant, events) };
      },
    });
}
