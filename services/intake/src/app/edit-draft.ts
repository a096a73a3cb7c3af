import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { editDraft as decide } from '../domain/drafting.ts';
import { refuseAct } from '../domain/rights.ts';
import { cosignersOf, isDrafting } from '../domain/suggestion.ts';
import type { SuggestionText } from '../domain/text.ts';
import { changeSuggestion } from './change-suggestion.ts';
import { settleFiles } from './named-files.ts';
import type { IntakePorts } from './ports.ts';
import { refuseUnknownUnits } from './wished-units.ts';

interface EditDraft {
  readonly suggestionId: string;
  readonly text: SuggestionText;
}

/** The lead, or the clerk who typed it, changes the text; confirmations over the old words fall. */
export function editDraft(ports: IntakePorts) {
  return async (request: EditDraft, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const text = await settleFilesOfEdit(ports, request, ctx);
    if (isRejection(text)) return text;
    return changeSuggestion(ports, ctx, {
      suggestionId: request.suggestionId,
      action: 'intake.edit',
      decide: async (tx, suggestion) =>
        (await refuseUnknownUnits(ports.reference, tx, text.wishedUnitIds)) ?? decide(suggestion, { text }),
    });
  };
}

/** Who may not edit is refused by the change itself, without archive being asked. */
async function settleFilesOfEdit(
  ports: IntakePorts,
  { suggestionId, text }: EditDraft,
  ctx: CommandContext,
): Promise<SuggestionText | Rejection> {
  if (text.attachments.length === 0) return text;
  const stored = await ports.uow.read(ctx.tenant, (tx) =>
    ports.suggestions.load(tx, ctx.tenant, suggestionId),
  );
  if (stored === undefined || !isDrafting(stored.suggestion)) return text;
  const { suggestion } = stored;
  if (refuseAct(ctx, 'intake.edit', suggestion) !== undefined) return text;
  const cosignerIds = cosignersOf(suggestion).map(({ deputyId }) => deputyId);
  return settleFiles(ports, ctx, text, {
    before: suggestion.text.attachments,
    uploaderIds: [suggestion.leadDeputyId, suggestion.enteredBy, ...cosignerIds],
  });
}
