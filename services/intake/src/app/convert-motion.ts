import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { convertMotion as decide } from '../domain/converting.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';
import { rulesInForce } from './rules-in-force.ts';

/** 议案转建议: the secretariat records the presidium's decision. */
export function convertMotion(ports: IntakePorts) {
  return (
    request: { suggestionId: string; motionNumber: string; decisionNumber: string; decidedOn: LocalDate },
    ctx: CommandContext,
  ) => {
    const { suggestionId, ...decided } = request;
    return changeSuggestion(ports, ctx, {
      suggestionId,
      action: 'intake.convert',
      decide: async (tx, suggestion) => {
        const rules = await rulesInForce(ports.reference, tx, ctx.at);
        if (isRejection(rules)) return rules;
        return decide(suggestion, { ...decided, on: localDateOf(ctx.at), rules });
      },
    });
  };
}
