import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { replyingShareInHand } from './share-guards.ts';
import type { Share } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

/** The draft of a share's present round, before anybody asks for its words. */
export function draftAtHand(
  suggestion: SuggestionCase,
  assignmentId: string,
): { readonly share: Share; readonly replyId: string } | AssignmentRejection {
  const share = replyingShareInHand(suggestion, assignmentId);
  if ('rejected' in share) return share;
  if (share.draft.state === 'none')
    return refuse('wrong-state', 'reply-draft-missing', '承办单位尚未起草答复');
  return { share, replyId: share.draft.replyId };
}

/** True when this person is on record as having read these very words. */
export function isOnRecord(
  { draftReadings = [] }: Share,
  reading: { readonly readerId: string; readonly textHash: string },
): boolean {
  const { readerId, textHash } = reading;
  return draftReadings.some((read) => read.readerId === readerId && read.textHash === textHash);
}

/** 代表工委 reads a draft on demand, and it is recorded; the same person reading the same words again is no new fact. */
export function decideDraftReading(
  suggestion: SuggestionCase,
  { share, replyId }: { readonly share: Share; readonly replyId: string },
  reading: { readonly readerId: string; readonly textHash: string; readonly on: LocalDate },
): Decision {
  if (isOnRecord(share, reading)) return [];
  const { readerId, textHash, on: readOn } = reading;
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, replyId, round: share.round };
  return [{ type: 'reply-draft-read', payload: { ...ids, textHash, readerId, readOn } }];
}
