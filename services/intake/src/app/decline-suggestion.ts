import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { declineSuggestion as decide } from '../domain/declining.ts';
import type { DeclineGround } from '../domain/suggestion.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';
import { rulesOf } from './rules-in-force.ts';

/** 不作为建议处理: the desk declines on a ground of the closed list, after hearing the deputy. */
export function declineSuggestion(ports: IntakePorts) {
  return (
    request: { suggestionId: string; ground: DeclineGround; explanation: string; deputyHeardOn: LocalDate },
    ctx: CommandContext,
  ) => {
    const { suggestionId, ...said } = request;
    return changeSuggestion(ports, ctx, {
      suggestionId,
      action: 'intake.decline',
      decide: async (tx, suggestion) => {
        const rules = await rulesOf(ports.reference, tx, { suggestion, at: ctx.at });
        if (isRejection(rules)) return rules;
        return decide(suggestion, { ...said, on: localDateOf(ctx.at), rules });
      },
    });
  };
}
