import type { Decider, Decision } from './events.ts';
import { wrongStatus } from './rejections.ts';
import { cosignersOf, isDrafting } from './suggestion.ts';
import { refuseTooLong, textHashOf, tidyText, type SuggestionText } from './text.ts';

export interface DraftCommand {
  readonly suggestionId: string;
  readonly kind: 'suggestion' | 'motion';
  readonly leadDeputyId: string;
  readonly enteredBy: string;
  readonly text: SuggestionText;
}

/** T1: a draft may lack anything but must fit the form. */
export function draftSuggestion(command: DraftCommand): Decision {
  const text = tidyText(command.text);
  return (
    refuseTooLong(text) ?? [{ type: 'suggestion-drafted', ...command, text, textHash: textHashOf(text) }]
  );
}

/**
 * T2: any edit voids the co-signers' confirmations, because each signed the words as they were (SD7). The same words
 * again are no edit: nothing happens and the signatures stand.
 */
export const editDraft: Decider<{ readonly text: SuggestionText }> = (suggestion, command) => {
  if (!isDrafting(suggestion))
    return wrongStatus(suggestion.status, '已提交的建议不能再修改；可请代表工委退回修改');
  const text = tidyText(command.text);
  const tooLong = refuseTooLong(text);
  if (tooLong !== undefined) return tooLong;
  const textHash = textHashOf(text);
  if (textHash === suggestion.textHash) return [];
  const voided = cosignersOf(suggestion)
    .filter((cosigner) => cosigner.answer === 'confirmed')
    .map((cosigner) => cosigner.deputyId);
  const edited = { type: 'draft-edited', text, textHash } as const;
  return voided.length === 0 ? [edited] : [edited, { type: 'cosignature-voided', deputyIds: voided }];
};
