import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideCoOpinionAccepted } from '../domain/co-opinion.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** The lead accepts an opinion; from now on the reply must state it. */
export function acceptCoOpinion(ports: AssignmentPorts) {
  return (request: { readonly opinionId: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.opinionId,
      unknown: 'co-opinion-unknown',
      action: 'assignment.send-back-co-opinion',
      decide: (suggestion) => {
        const events = decideCoOpinionAccepted(suggestion, request.opinionId);
        return isRejection(events) ? events : { id: request.opinionId, events };
      },
    });
}
