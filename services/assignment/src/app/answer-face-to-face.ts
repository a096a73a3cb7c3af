import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideFaceToFaceAnswer, type AnswerFaceToFace } from '../domain/face-to-face-record.ts';
import { changePart } from './change-case.ts';
import { keepDeliveries } from './deliver-reply.ts';
import type { AssignmentPorts } from './ports.ts';

/** The deputy signs the 当面答复记录, or says that it does not tell what happened. */
export function answerFaceToFace(ports: AssignmentPorts) {
  return (request: Omit<AnswerFaceToFace, 'deputyId'>, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.replyId,
      unknown: 'reply-unknown',
      action: 'assignment.answer-face-to-face',
      decide: (suggestion, under) => {
        const deputyId = ctx.actor.personId;
        const events = decideFaceToFaceAnswer(suggestion, { ...request, deputyId }, under);
        if (isRejection(events)) return events;
        return { id: request.recordId, events, keep: keepDeliveries(ports, ctx.tenant, events) };
      },
    });
}
