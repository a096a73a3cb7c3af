import type { Decision } from './events.ts';
import type { ReplyPromise, ResultClass, ResultEvidence } from './result-class.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { replyingShareInHand } from './share-guards.ts';
import type { SuggestionCase } from './suggestion-case.ts';

/** 公开属性: 主动公开 · 依申请公开 · 不予公开 */
export const DISCLOSURES = ['proactive', 'on-request', 'withheld'] as const;

type Disclosure = (typeof DISCLOSURES)[number];

/** The text of a reply 答复 as the unit drafts it; everything may be missing until it is issued. */
export interface ReplyDraft {
  readonly resultClass: ResultClass | '';
  readonly opening: string;
  /** `demandNumber` 1 is the suggestion's first demand; 0 answers none in particular. */
  readonly sections: readonly { readonly demandNumber: number; readonly answer: string }[];
  readonly evidence: ResultEvidence;
  readonly promises: readonly ReplyPromise[];
  readonly coOpinions: readonly { readonly opinionId: string; readonly statement: string }[];
  readonly disclosure: Disclosure;
}

/** Words that say nothing (domain §4.3 f): a warning, never a block. */
const EMPTY_PHRASES = ['研究研究', '适时考虑', '积极争取', '高度重视', '下一步将研究'] as const;

/** Saving a draft is a fact only once a round: its words stay with the unit. */
export function decideDraft(
  suggestion: SuggestionCase,
  command: { readonly assignmentId: string; readonly newReplyId: string },
): { readonly replyId: string; readonly events: Decision } | AssignmentRejection {
  const share = replyingShareInHand(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (share.draft.state === 'saved') return { replyId: share.draft.replyId, events: [] };
  const replyId = command.newReplyId;
  const payload = { suggestionId: suggestion.id, assignmentId: share.id, replyId, round: share.round };
  return { replyId, events: [{ type: 'reply-drafted', payload }] };
}

/** Two people write one reply: nobody's words are replaced by somebody who has not seen them. */
export function draftChangedMeanwhile(
  basedOn: string | undefined,
  savedHash: string,
): AssignmentRejection | undefined {
  return basedOn === undefined || basedOn === savedHash
    ? undefined
    : refuse('stale', 'reply-draft-changed', '别人刚刚存过这份答复稿,请看过再存');
}

/** The empty phrases a draft uses. */
export function emptyPhrases(draft: ReplyDraft): readonly string[] {
  const text = [draft.opening, ...draft.sections.map((section) => section.answer)].join('\n');
  return EMPTY_PHRASES.filter((phrase) => text.includes(phrase));
}
