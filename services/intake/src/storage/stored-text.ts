import type { SuggestionText } from '../domain/text.ts';

/** A stored text; one that an earlier release stored names no files. */
export function readText(stored: SuggestionText): SuggestionText {
  return { ...stored, attachments: (stored as Partial<SuggestionText>).attachments ?? [] };
}
