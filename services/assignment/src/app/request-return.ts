import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Decision } from '../domain/events.ts';
import { decideReturnRequest, type RequestReturn } from '../domain/return-assignment.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 申退 by the unit. Answers the id of the request; of a coordination, labelled so, when returns are used up. */
export function requestReturn(ports: AssignmentPorts) {
  return (request: Omit<RequestReturn, 'newId'>, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.request-return',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const requestId = newId();
        const events = decideReturnRequest(suggestion, { ...request, newId: requestId }, under);
        return isRejection(events) ? events : { id: requestId, events, ...labelOf(events) };
      },
    });
}

function labelOf(events: Decision): { label?: string } {
  return events.some((event) => event.type === 'coordination-requested') ? { label: 'coordination' } : {};
}
