import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { isDrafting } from '../domain/suggestion.ts';
import { withdrawSuggestion as decide } from '../domain/withdrawing.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';
import { rulesOf } from './rules-in-force.ts';

/** One signer signs the withdrawal; the last signature ends the suggestion or puts it before assignment. */
export function withdrawSuggestion(ports: IntakePorts) {
  return (request: { suggestionId: string; reason: string }, ctx: CommandContext) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      // A draft is dropped by whoever may edit it; a submitted one is withdrawn by its signers.
      action: (suggestion) => (isDrafting(suggestion) ? 'intake.edit' : 'intake.withdraw'),
      decide: async (tx, suggestion) => {
        const rules = await rulesOf(ports.reference, tx, { suggestion, at: ctx.at });
        if (isRejection(rules)) return rules;
        const { reason } = request;
        return decide(suggestion, { deputyId: ctx.actor.personId, reason, on: localDateOf(ctx.at), rules });
      },
    });
}
