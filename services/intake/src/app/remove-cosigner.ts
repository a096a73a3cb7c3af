import type { CommandContext } from '@huiyin/kernel/command-context';
import { removeCosigner as decide } from '../domain/cosigning.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** The lead takes an invitation back, or the invited deputy declines the own one. */
export function removeCosigner(ports: IntakePorts) {
  return (request: { suggestionId: string; deputyId: string }, ctx: CommandContext) => {
    const declines = request.deputyId === ctx.actor.personId;
    return changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: declines ? 'intake.confirm-cosignature' : 'intake.invite-cosigner',
      decide: async (_tx, suggestion) =>
        decide(suggestion, { deputyId: request.deputyId, cause: declines ? 'declined' : 'by-lead' }),
    });
  };
}
