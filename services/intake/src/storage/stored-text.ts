import type { SuggestionText } from '../domain/text.ts';

/** A stored text; one that an earlier release stored names no files, no area and no earlier numbers. */
export function readText(stored: SuggestionText): SuggestionText {
  const { attachments = [], affectedArea = '', earlierNumbers = [] } = stored as Partial<SuggestionText>;
  return { ...stored, attachments, affectedArea, earlierNumbers };
}
