import type { Circumstances } from './clock-fact.ts';
import { presentReply } from './deliver-reply.ts';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import {
  classEvidenceGap,
  promiseGap,
  type ReplyPromise,
  type ResultClass,
  type ResultEvidence,
} from './result-class.ts';
import { sealedRefusal } from './share-guards.ts';
import { supplementOwedMet } from './situation-change.ts';
import type { SuggestionCase } from './suggestion-case.ts';

export interface SupplementReply {
  readonly replyId: string;
  readonly resultClass: ResultClass;
  readonly why: string;
  readonly text: string;
  readonly evidence: ResultEvidence;
  readonly promises: readonly ReplyPromise[];
  /** One for each promise. */
  readonly promiseIds: readonly string[];
}

/**
 * 补充答复 (SD18, T32): the situation changed; the only way in which a result class changes. Also after closing, when what
 * could not be solved then can be now, until the file is sealed: a promise made in it opens the case again (S12 → S11).
 */
export function decideSupplement(
  suggestion: SuggestionCase,
  command: SupplementReply,
  under: Circumstances,
): Decision | AssignmentRejection {
  const found = sealedRefusal(suggestion) ?? presentReply(suggestion, command.replyId);
  if ('rejected' in found) return found;
  const { share, reply } = found;
  if (command.why.trim() === '' || command.text.trim() === '') {
    const field = command.why.trim() === '' ? 'why' : 'text';
    return refuse('invalid', 'supplement-reason-missing', '补充答复须写明情况变化和补充内容', { field });
  }
  const gap = classEvidenceGap(command) ?? promiseGap(command.promises, under.today);
  if (gap !== undefined) return gap;
  const { resultClass, why, text, evidence } = command;
  const promises = command.promises.map((promise, index) => ({
    promiseId: command.promiseIds[index] ?? '',
    ...promise,
  }));
  return [
    {
      type: 'reply-supplemented',
      payload: {
        suggestionId: suggestion.id,
        assignmentId: share.id,
        replyId: reply.id,
        round: share.round,
        unitId: share.unitId,
        resultClass,
        why,
        text,
        evidence,
        promises,
        supplementedOn: under.today,
        clocks: supplementOwedMet(share, under),
      },
      reason: why,
    },
  ];
}
