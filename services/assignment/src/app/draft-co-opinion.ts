import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideCoOpinionDraft } from '../domain/co-opinion.ts';
import type { OpinionWords } from '../domain/opinion-words.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** The unit prepares its co-opinion for the head. Again: replaces the draft. Answers the share's id. */
export function draftCoOpinion(ports: AssignmentPorts) {
  return (request: OpinionWords & { readonly assignmentId: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.draft-co-opinion',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const { assignmentId } = request;
        const draftedBy = ctx.actor.personId;
        const events = decideCoOpinionDraft(suggestion, { ...request, draftedBy }, under);
        if (isRejection(events)) return events;
        return {
          id: assignmentId,
          events,
          keep: (tx) => ports.papers.saveOpinionDraft(tx, ctx.tenant, request),
        };
      },
    });
}
