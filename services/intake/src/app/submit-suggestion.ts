import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { submitSuggestion as decide } from '../domain/submitting.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';
import { periodAt, rulesInForce } from './rules-in-force.ts';

/** The lead signs and submits, for the first time or after a correction. The text is kept as it was signed. */
export function submitSuggestion(ports: IntakePorts) {
  return (request: { suggestionId: string }, ctx: CommandContext) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.submit',
      decide: async (tx, suggestion) => {
        const rules = await rulesInForce(ports.reference, tx, ctx.at);
        if (isRejection(rules)) return rules;
        const period = await periodAt(ports.reference, tx, ctx.at);
        if (isRejection(period)) return period;
        const on = localDateOf(ctx.at);
        const leadMemberships = await ports.reference.memberships(tx, suggestion.leadDeputyId);
        const decision = decide(suggestion, { on, period, leadMemberships, rules });
        if (isRejection(decision)) return decision;
        const { suggestionId, text, textHash } = suggestion;
        const textVersion = suggestion.textVersion + 1;
        await ports.texts.keep(tx, ctx.tenant, {
          suggestionId,
          textVersion,
          text,
          textHash,
          submittedOn: on,
        });
        return decision;
      },
    });
}
