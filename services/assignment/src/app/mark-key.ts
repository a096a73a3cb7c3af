import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideKeyMark, type MarkKey } from '../domain/mark-key.ts';
import { changeCase } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** Records the decision of the 主任会议 that makes a suggestion a key one. */
export function markKey(ports: AssignmentPorts) {
  return (request: MarkKey & { readonly suggestionId: string }, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'assignment.mark-key',
      decide: (suggestion, under) => {
        const events = decideKeyMark(suggestion, request, under);
        return isRejection(events) ? events : { id: suggestion.id, events };
      },
    });
}
