import { replyingShares, undelivered, type SuggestionCase } from './suggestion-case.ts';
import type { DecidingOffice, Share } from './share.ts';

/** 责任主体: who owes the next step. */
export type AccountableParty =
  | { readonly kind: 'desk' }
  | { readonly kind: 'unit'; readonly unitId: string; readonly assignmentId: string }
  | { readonly kind: 'office'; readonly office: DecidingOffice; readonly assignmentId: string }
  | { readonly kind: 'parent'; readonly parentId: string };

/**
 * The accountable party of a case (decisions 2): the desk before 交办 and after the last delivery; each replying
 * share's unit in between, also while a return is pending; the deciding office while a share is handed back. One
 * entry in a case with a lead unit, one for each parallel handler else; none once the case is over.
 */
export function accountableParties(suggestion: SuggestionCase): readonly AccountableParty[] {
  switch (suggestion.phase.name) {
    case 'to-assign':
      return [{ kind: 'desk' }];
    case 'handling':
      return replyingShares(suggestion).map((share) => accountableForShare(suggestion, share));
    case 'merged':
      return [{ kind: 'parent', parentId: suggestion.phase.parentId }];
    case 'ended':
    case 'closed':
      return [];
  }
}

function accountableForShare(suggestion: SuggestionCase, share: Share): AccountableParty {
  if (share.status.name === 'returned') {
    return { kind: 'office', office: share.decidingOffice, assignmentId: share.id };
  }
  if (share.status.name === 'replied' && undelivered(suggestion, share).length === 0) return { kind: 'desk' };
  return { kind: 'unit', unitId: share.unitId, assignmentId: share.id };
}
