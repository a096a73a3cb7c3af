import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideCoOpinionSentBack } from '../domain/co-opinion.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** The lead sends a weak opinion back, once. */
export function sendBackCoOpinion(ports: AssignmentPorts) {
  return (request: { readonly opinionId: string; readonly reason: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.opinionId,
      unknown: 'co-opinion-unknown',
      action: 'assignment.send-back-co-opinion',
      decide: (suggestion, under) => {
        const events = decideCoOpinionSentBack(suggestion, request, under);
        return isRejection(events) ? events : { id: request.opinionId, events };
      },
    });
}
