import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideCoordinationRequest, type RequestCoordination } from '../domain/coordinate.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** A handler who disagrees asks for coordination. Answers its id. */
export function requestCoordination(ports: AssignmentPorts) {
  return (request: Omit<RequestCoordination, 'coordinationId'>, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.request-coordination',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const coordinationId = newId();
        const events = decideCoordinationRequest(suggestion, { ...request, coordinationId }, under);
        return isRejection(events) ? events : { id: coordinationId, events };
      },
    });
}
