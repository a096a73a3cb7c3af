import { cancelClock, type Circumstances, type ClockFact } from './clock-fact.ts';
import { awaitedOpinions, opinionsOf } from './co-opinion.ts';
import type { Decision } from './events.ts';
import type { ReplyIssued } from './reply-events.ts';
import { windowCancelled } from './receipt.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { checkReply, firstMust } from './check-reply.ts';
import type { ReplyDraft } from './reply-draft.ts';
import { gateRefusal } from './reply-gates.ts';
import type { ResultClass } from './result-class.ts';
import { overRefusal, unknownShare } from './share-guards.ts';
import { owesReply, type Share } from './share.ts';
import { shareOf, type SuggestionCase } from './suggestion-case.ts';

/** A saved draft with the hash of its words. */
export interface SavedDraft {
  readonly replyId: string;
  readonly draft: ReplyDraft;
  readonly textHash: string;
}

export interface IssueReply {
  readonly assignmentId: string;
  readonly saved: SavedDraft | undefined;
  /** What the head read and signs. */
  readonly textHash: string;
  readonly letterNumber: string;
  readonly signedBy: string;
  /** One for each promise of the draft. */
  readonly promiseIds: readonly string[];
}

/**
 * The head signs the reply (SD19–22, T19). Gates in their order, then what the letter must contain: class with its
 * evidence, an answer to each demand, every accepted co-opinion.
 */
export function decideReply(
  suggestion: SuggestionCase,
  command: IssueReply,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareOf(suggestion, command.assignmentId);
  if (share === undefined) return unknownShare();
  if (!owesReply(share)) return refuse('wrong-state', 'share-owes-no-reply', '协办、参阅单位不负责答复代表');
  const refusal = overRefusal(suggestion) ?? gateRefusal(suggestion, share);
  if (refusal !== undefined) return refusal;
  const { saved } = command;
  if (saved === undefined) return refuse('wrong-state', 'reply-draft-missing', '请先起草答复');
  if (saved.textHash !== command.textHash) {
    return refuse('wrong-state', 'reply-draft-changed', '答复稿已修改，请重新审阅后签发');
  }
  if (command.letterNumber.trim() === '') {
    return refuse('invalid', 'letter-number-missing', '请填写发文字号', { field: 'letterNumber' });
  }
  const { draft } = saved;
  const { resultClass } = draft;
  if (resultClass === '')
    return refuse('wrong-state', 'reply-class-missing', '请确定办理结果类别（A、B、C、D）');
  const must = firstMust(checkReply(suggestion, { share, draft }, under));
  return must ?? [issuedEvent(suggestion, share, { command, saved, resultClass, under })];
}

function issuedEvent(
  suggestion: SuggestionCase,
  share: Share,
  of: { command: IssueReply; saved: SavedDraft; resultClass: ResultClass; under: Circumstances },
): ReplyIssued {
  const { command, saved, under } = of;
  const { draft } = saved;
  const accepted = new Map(opinionsOf(suggestion, 'accepted').map((opinion) => [opinion.id, opinion]));
  return {
    type: 'reply-issued',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      replyId: saved.replyId,
      unitId: share.unitId,
      round: share.round,
      resultClass: of.resultClass,
      letterNumber: command.letterNumber,
      opening: draft.opening,
      sections: draft.sections.map(({ demandNumber, answer }) => ({
        demand: suggestion.demands[demandNumber - 1] ?? '',
        answer,
      })),
      promises: draft.promises.map((promise, index) => ({
        promiseId: command.promiseIds[index] ?? '',
        ...promise,
      })),
      evidence: draft.evidence,
      coOpinions: draft.coOpinions.flatMap(({ opinionId, statement }) => {
        const opinion = accepted.get(opinionId);
        if (opinion === undefined) return [];
        const { unitId, signedBy, signedOn } = opinion;
        return [{ opinionId, unitId, statement, signedBy, signedOn }];
      }),
      missingCoOpinions: missingOpinions(suggestion, draft, under),
      disclosure: draft.disclosure,
      issuedOn: under.today,
      signedBy: command.signedBy,
      textHash: saved.textHash,
      isKey: suggestion.keyMark.marked,
      owed: suggestion.owed,
      clocks: clocksEnded(share, under),
    },
  };
}

/** Of co-handlers whose opinion is there after all, nothing is said. */
function missingOpinions(
  suggestion: SuggestionCase,
  { missingCoOpinions = [] }: ReplyDraft,
  under: Circumstances,
): ReplyIssued['payload']['missingCoOpinions'] {
  const missing = new Set(awaitedOpinions(suggestion, under).map(({ unitId }) => unitId));
  return missingCoOpinions.filter(({ unitId }) => missing.has(unitId));
}

function clocksEnded(share: Share, under: Circumstances): readonly ClockFact[] {
  const { extension } = share;
  return [
    ...(extension.state === 'requested'
      ? [cancelClock({ kind: 'extension_decision', subject: extension.id, round: 1 }, under.today)]
      : []),
    ...windowCancelled(share, under),
  ];
}
