import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideExtensionRequest, type RequestExtension } from '../domain/extension.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 延期申请 by the unit. Answers the id of the request. */
export function requestExtension(ports: AssignmentPorts) {
  return (request: Omit<RequestExtension, 'extensionId'>, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.request-extension',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const extensionId = newId();
        const events = decideExtensionRequest(suggestion, { ...request, extensionId }, under);
        return isRejection(events) ? events : { id: extensionId, events };
      },
    });
}
