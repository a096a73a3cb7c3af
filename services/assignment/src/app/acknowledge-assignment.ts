import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideAcknowledgement } from '../domain/receipt.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 签收 by the unit. */
export function acknowledgeAssignment(ports: AssignmentPorts) {
  return (request: { readonly assignmentId: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.acknowledge',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const events = decideAcknowledgement(suggestion, request.assignmentId, under);
        return isRejection(events) ? events : { id: request.assignmentId, events };
      },
    });
}
