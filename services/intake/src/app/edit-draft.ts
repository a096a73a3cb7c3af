import type { CommandContext } from '@huiyin/kernel/command-context';
import { editDraft as decide } from '../domain/drafting.ts';
import type { SuggestionText } from '../domain/text.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';
import { refuseUnknownUnits } from './wished-units.ts';

/** The lead, or the clerk who typed it, changes the text; confirmations over the old words fall. */
export function editDraft(ports: IntakePorts) {
  return (request: { suggestionId: string; text: SuggestionText }, ctx: CommandContext) =>
    changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.edit',
      decide: async (tx, suggestion) =>
        (await refuseUnknownUnits(ports.reference, tx, request.text.wishedUnitIds)) ??
        decide(suggestion, { text: request.text }),
    });
}
