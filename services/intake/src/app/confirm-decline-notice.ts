import { speaksAsDeputy } from '@huiyin/kernel/actor';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { confirmDeclineNotice as decide } from '../domain/declining.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** What stands in the record when the deputy opened the notice in the system. */
const READ_BY_DEPUTY = '代表本人在系统中阅知';

/** The deputy has read why the suggestion was not admitted, or the desk records how it was told. */
export function confirmDeclineNotice(ports: IntakePorts) {
  return (request: { suggestionId: string; toldHow: string }, ctx: CommandContext) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.confirm-decline-notice',
      decide: async (_tx, suggestion) => {
        const toldHow = speaksAsDeputy(ctx.actor) ? READ_BY_DEPUTY : request.toldHow;
        return decide(suggestion, { toldHow, on: localDateOf(ctx.at) });
      },
    });
}
