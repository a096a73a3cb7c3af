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
  /** Co-handlers that let the day for their opinion pass, and why; absent in one saved before it was asked. */
  readonly missingCoOpinions?: readonly { readonly unitId: string; readonly reason: string }[];
  readonly disclosure: Disclosure;
}

/** Words that say nothing (domain §4.3 f): a warning, never a block. */
const EMPTY_PHRASES = ['研究研究', '适时考虑', '积极争取', '高度重视', '下一步将研究'] as const;

interface DraftToDecide {
  readonly assignmentId: string;
  readonly newReplyId: string;
  /** Files that it names, and those that the draft saved before names. */
  readonly files: NamedFiles;
  readonly filesBefore: NamedFiles;
}

type NamedFiles = ResultEvidence['attachments'];

/**
 * Saving a draft is a fact only once a round, and whenever it names other files, so that archive keeps them: its words
 * stay with the unit.
 */
export function decideDraft(
  suggestion: SuggestionCase,
  { assignmentId, newReplyId, files, filesBefore }: DraftToDecide,
): { readonly replyId: string; readonly events: Decision } | AssignmentRejection {
  const share = replyingShareInHand(suggestion, assignmentId);
  if ('rejected' in share) return share;
  const isFirst = share.draft.state !== 'saved';
  const replyId = share.draft.state === 'saved' ? share.draft.replyId : newReplyId;
  if (!isFirst && idsOf(files) === idsOf(filesBefore)) return { replyId, events: [] };
  const payload = {
    ...{ suggestionId: suggestion.id, assignmentId: share.id, replyId, round: share.round },
    attachments: files.map((file) => ({ ...file, name: '' })),
  };
  return { replyId, events: [{ type: isFirst ? 'reply-drafted' : 'reply-draft-files-changed', payload }] };
}

function idsOf(files: NamedFiles): string {
  return JSON.stringify([...new Set(files.map(({ attachmentId }) => attachmentId))].toSorted());
}

/** Two people write one reply: nobody's words are replaced by somebody who has not seen them. */
export function draftChangedMeanwhile(
  basedOn: string | undefined,
  savedHash: string,
): AssignmentRejection | undefined {
  return basedOn === undefined || basedOn === savedHash
    ? undefined
    : refuse('stale', 'reply-draft-changed', '别人刚刚存过这份答复稿，请看过再存');
}

/** Where a draft uses them: the index of its section, -1 for the opening. */
export function emptyPassages(
  draft: ReplyDraft,
): readonly { readonly section: number; readonly demandNumber: number; readonly passage: string }[] {
  const opening = { answer: draft.opening, demandNumber: 0, section: -1 };
  const texts = [opening, ...draft.sections.map((each, section) => ({ ...each, section }))];
  return texts.flatMap(({ answer, demandNumber, section }) =>
    EMPTY_PHRASES.filter((passage) => answer.includes(passage)).map((passage) => ({
      section,
      demandNumber,
      passage,
    })),
  );
}
