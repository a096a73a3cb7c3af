import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { suggestionUnknown } from '../domain/rejections.ts';
import { mayKnowAuthor, mayRead, mayReadDraft } from '../domain/rights.ts';
import { isDrafting, type PreReviewAdvice, type Suggestion } from '../domain/suggestion.ts';
import type { SuggestionText } from '../domain/text.ts';
import { adviseOn, type WritingAdvice } from '../domain/writing-advice.ts';
import type { IntakePorts } from './ports.ts';

/** A suggestion as one reader may see it. */
export interface SuggestionView {
  readonly suggestion: Suggestion;
  readonly version: number;
  /** The words this reader may see: a draft's own, or those last submitted. */
  readonly text: SuggestionText;
  readonly textHash: string;
  readonly authorKnown: boolean;
  readonly preReviews: readonly PreReviewAdvice[];
  readonly writingAdvice: readonly WritingAdvice[];
}

/** One suggestion by the reader's right; one that may not be read does not exist for the reader. */
export function getSuggestion(ports: IntakePorts) {
  return (request: { suggestionId: string }, ctx: QueryContext): Promise<SuggestionView | Rejection> =>
    ports.uow.read(ctx.tenant, async (tx) => {
      const stored = await ports.suggestions.load(tx, ctx.tenant, request.suggestionId);
      if (stored === undefined || !mayRead(ctx, stored.suggestion)) return suggestionUnknown;
      const { suggestion, version } = stored;
      const { suggestionId, textVersion } = suggestion;
      const ownDraft = mayReadDraft(ctx, suggestion);
      const words =
        isDrafting(suggestion) && !ownDraft
          ? ((await ports.texts.read(tx, ctx.tenant, { suggestionId, textVersion })) ?? suggestion)
          : suggestion;
      return {
        suggestion,
        version,
        text: words.text,
        textHash: words.textHash,
        authorKnown: mayKnowAuthor(ctx, suggestion),
        preReviews: advicesFor(ctx, suggestion),
        writingAdvice: ownDraft ? adviseOn(suggestion.text) : [],
      };
    });
}

/** 预审意见: the lead's, and each reviewer's own. */
function advicesFor(ctx: QueryContext, suggestion: Suggestion): readonly PreReviewAdvice[] {
  const reader = ctx.actor.personId;
  if (reader === suggestion.leadDeputyId) return suggestion.preReviews;
  return suggestion.preReviews.filter((advice) => advice.reviewerId === reader);
}
