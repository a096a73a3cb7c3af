import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { requestPreReview as decide } from '../domain/pre-review.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';
import { rulesInForce } from './rules-in-force.ts';

/** The deputy asks the desk to read the draft. */
export function requestPreReview(ports: IntakePorts) {
  return (request: { suggestionId: string }, ctx: CommandContext) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.request-pre-review',
      decide: async (tx, suggestion) => {
        const rules = await rulesInForce(ports.reference, tx, ctx.at);
        if (isRejection(rules)) return rules;
        const sitting = await ports.reference.congressSessionAt(tx, ctx.at);
        return decide(suggestion, { at: ctx.at, inSession: sitting !== undefined, rules });
      },
    });
}
