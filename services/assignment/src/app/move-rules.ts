import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideMovedRules } from '../domain/move-rules.ts';
import { changeCase } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

/** 代表工委 moves a running case to another version of the rule pack that is in force today. */
export function moveRules(ports: AssignmentPorts) {
  return (
    request: { readonly suggestionId: string; readonly rulePackVersion: string; readonly reason: string },
    ctx: CommandContext,
  ) =>
    changeCase(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'assignment.move-rules',
      decide: async (suggestion, under, tx) => {
        const { rulePackVersion: toVersion, reason } = request;
        const pack = await ports.reference.effectiveRulePack(tx, toVersion, localDateOf(ctx.at));
        const events = decideMovedRules(suggestion, { toVersion, pack, reason }, under);
        return isRejection(events) ? events : { id: suggestion.id, events };
      },
    });
}
