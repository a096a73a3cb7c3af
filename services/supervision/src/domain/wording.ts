import { refuse, type SupervisionRejection } from './rejections.ts';

/** Longest text a person writes into a letter, a talk or an urge, in UTF-16 units. */
const MAX_TEXT = 5_000;

/** A text somebody must write: trimmed, not empty, not endless. */
export function wording(text: string, field: string): string | SupervisionRejection {
  const trimmed = text.trim();
  if (trimmed === '') return refuse('text-missing', { field });
  if (trimmed.length > MAX_TEXT) return refuse('text-too-long', { field });
  return trimmed;
}
