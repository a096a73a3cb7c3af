import { hasRole } from '@huiyin/kernel/actor';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { takeLead as decide } from '../domain/taking-lead.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** A co-signer takes the lead of a registered suggestion himself, or the desk names one who agreed. */
export function takeLead(ports: IntakePorts) {
  return (request: { suggestionId: string; deputyId: string; reason: string }, ctx: CommandContext) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.take-lead',
      decide: async (tx, suggestion) => {
        const byDesk = !hasRole(ctx.actor, 'deputy');
        const deputyId = byDesk ? request.deputyId : ctx.actor.personId;
        return decide(suggestion, {
          ...{ deputyId, byDesk, reason: request.reason.trim(), on: localDateOf(ctx.at) },
          leadMemberships: await ports.reference.memberships(tx, suggestion.leadDeputyId),
          takerMemberships: await ports.reference.memberships(tx, deputyId),
        });
      },
    });
}
