import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideExtension } from '../domain/extension.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

export interface DecideExtension {
  readonly extensionId: string;
  readonly grant: boolean;
  readonly reason: string;
}

/** The desk grants or refuses an extension. */
export function decideExtensionRequested(ports: AssignmentPorts) {
  return (request: DecideExtension, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.extensionId,
      unknown: 'extension-unknown',
      action: 'assignment.decide-extension',
      decide: (suggestion, under) => {
        const events = decideExtension(suggestion, request, under);
        return isRejection(events) ? events : { id: request.extensionId, events };
      },
    });
}
