import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { returnForCorrection as decide } from '../domain/registering.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** 退回修改: the desk sends the text back and says why. */
export function returnForCorrection(ports: IntakePorts) {
  return (
    request: { suggestionId: string; explanation: string; matters: readonly string[] },
    ctx: CommandContext,
  ) => {
    const { suggestionId, explanation, matters } = request;
    return changeSuggestion(ports, ctx, {
      suggestionId,
      action: 'intake.return',
      decide: async (_tx, suggestion) =>
        decide(suggestion, { explanation, matters, on: localDateOf(ctx.at) }),
    });
  };
}
