import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideReturn, shareWithRequest, type DecideReturn } from '../domain/return-assignment.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** The deciding office grants or refuses a return. */
export function decideReturnRequested(ports: AssignmentPorts) {
  return (request: DecideReturn, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.returnRequestId,
      unknown: 'return-request-unknown',
      action: 'assignment.decide-return',
      share: (suggestion) => shareWithRequest(suggestion, request.returnRequestId)?.id ?? '',
      decide: (suggestion, under) => {
        const events = decideReturn(suggestion, request, under);
        return isRejection(events) ? events : { id: request.returnRequestId, events };
      },
    });
}
