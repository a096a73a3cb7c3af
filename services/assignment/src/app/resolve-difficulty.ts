import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideDifficultyResolved } from '../domain/difficulty.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** The reported difficulty is overcome. */
export function resolveDifficulty(ports: AssignmentPorts) {
  return (request: { readonly assignmentId: string; readonly how: string }, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.report-difficulty',
      share: () => request.assignmentId,
      decide: (suggestion) => {
        const events = decideDifficultyResolved(suggestion, request);
        return isRejection(events) ? events : { id: request.assignmentId, events };
      },
    });
}
