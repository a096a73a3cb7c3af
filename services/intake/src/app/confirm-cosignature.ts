import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { confirmCosignature as decide } from '../domain/cosigning.ts';
import { refuseOutOfOffice } from '../domain/mandate.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** An invited deputy signs the text whose hash was read. */
export function confirmCosignature(ports: IntakePorts) {
  return (request: { suggestionId: string; textHash: string }, ctx: CommandContext) => {
    const deputyId = ctx.actor.personId;
    return changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.confirm-cosignature',
      decide: async (tx, suggestion) =>
        refuseOutOfOffice(deputyId, await ports.reference.memberships(tx, deputyId)) ??
        decide(suggestion, { deputyId, textHash: request.textHash, on: localDateOf(ctx.at) }),
    });
  };
}
