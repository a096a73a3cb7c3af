import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideClassification, type Classify } from '../domain/classify-suggestion.ts';
import { changeCase } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** A person sets 一般 or 复杂 with scores and reasons; an override of the proposal is kept. */
export function classifySuggestion(ports: AssignmentPorts) {
  return (request: Classify & { readonly suggestionId: string }, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'assignment.classify',
      decide: (suggestion, under) => {
        const events = decideClassification(suggestion, request, under);
        return isRejection(events) ? events : { id: suggestion.id, events };
      },
    });
}
