import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideCoOpinion } from '../domain/co-opinion.ts';
import type { OpinionWords } from '../domain/opinion-words.ts';
import { opinionHash } from '../domain/text-hash.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 协办意见: the head of the co-handler signs these words. Answers the id of the opinion. */
export function giveCoOpinion(ports: AssignmentPorts) {
  return (request: OpinionWords & { readonly assignmentId: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.give-co-opinion',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const opinionId = newId();
        const signed = { signedBy: ctx.actor.personId, textHash: opinionHash(request) };
        const events = decideCoOpinion(suggestion, { ...request, opinionId, ...signed }, under);
        if (isRejection(events)) return events;
        return {
          id: opinionId,
          events,
          keep: (tx) => ports.papers.dropOpinionDraft(tx, ctx.tenant, request.assignmentId),
        };
      },
    });
}
