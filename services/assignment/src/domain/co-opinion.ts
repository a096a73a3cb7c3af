import type { LocalDate } from '@huiyin/kernel/local-date';

import { lastDay, meetClock, startClock, type Circumstances } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { replyDueOn } from './extension.ts';
import { emptyRefusal, partsRefusal, type OpinionWords } from './opinion-words.ts';
import { windowCancelled } from './receipt.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal, receivedRefusal, shareInCourse } from './share-guards.ts';
import { isActive, type CoOpinion, type Share } from './share.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';

export interface DraftCoOpinion extends OpinionWords {
  readonly assignmentId: string;
  readonly draftedBy: string;
}

/** The unit prepares the opinion; its words stay with the unit until the head signs. */
export function decideCoOpinionDraft(
  suggestion: SuggestionCase,
  command: DraftCoOpinion,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareToGive(suggestion, command);
  if ('rejected' in share) return share;
  const { draftedBy } = command;
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, unitId: share.unitId };
  return [{ type: 'co-opinion-drafted', payload: { ...ids, draftedBy, draftedOn: under.today } }];
}

export interface GiveCoOpinion extends OpinionWords {
  readonly assignmentId: string;
  readonly opinionId: string;
  /** The head, who signs these words; their hash stands in the fact (decisions 26). */
  readonly signedBy: string;
  readonly textHash: string;
}

/** 协办意见 (SD21, T15), signed by the head of the unit: once, and once more after it was sent back. */
export function decideCoOpinion(
  suggestion: SuggestionCase,
  command: GiveCoOpinion,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareToGive(suggestion, command);
  if ('rejected' in share) return share;
  const incomplete = partsRefusal(command, under.today);
  if (incomplete !== undefined) return incomplete;
  const { facts, commitments, resultClass } = command;
  const again = share.coOpinion.state === 'sent-back';
  const kind = again ? 'co_opinion_redo' : 'co_opinion';
  return [
    {
      type: 'co-opinion-given',
      payload: {
        suggestionId: suggestion.id,
        assignmentId: share.id,
        opinionId: command.opinionId,
        unitId: share.unitId,
        opinion: command.opinion,
        ...{ facts, commitments, resultClass },
        attempt: again ? 2 : 1,
        givenOn: under.today,
        signedBy: command.signedBy,
        textHash: command.textHash,
        leadUnitId: activeShares(suggestion).find(({ role }) => role === 'lead')?.unitId ?? '',
        clocks: [
          meetClock({ kind, subject: share.id, round: 1 }, under.today),
          ...windowCancelled(share, under),
        ],
      },
    },
  ];
}

/** The co-handler's share in hand, of which no opinion stands yet, and words that say something. */
function shareToGive(
  suggestion: SuggestionCase,
  said: OpinionWords & { readonly assignmentId: string },
): Share | AssignmentRejection {
  const share = shareInCourse(suggestion, said.assignmentId);
  if ('rejected' in share) return share;
  if (share.role !== 'co') return refuse('wrong-state', 'not-a-co-share', '只有协办单位提出协办意见');
  const refusal = receivedRefusal(share);
  if (refusal !== undefined) return refusal;
  if (share.coOpinion.state === 'given' || share.coOpinion.state === 'accepted') {
    return refuse('wrong-state', 'co-opinion-already-given', '协办意见已提出');
  }
  return emptyRefusal(said) ?? share;
}

/** The lead finds it weak: back once, with days to redo it (CQ20). */
export function decideCoOpinionSentBack(
  suggestion: SuggestionCase,
  command: { readonly opinionId: string; readonly reason: string },
  under: Circumstances,
): Decision | AssignmentRejection {
  const found = openOpinion(suggestion, command.opinionId);
  if ('rejected' in found) return found;
  const { share, opinion } = found;
  if (opinion.attempt > 1) {
    return refuse('wrong-state', 'co-opinion-sent-back-once', '协办意见只能退回一次');
  }
  if (command.reason.trim() === '') {
    return refuse('invalid', 'decision-reason-missing', '请写明退回理由', { field: 'reason' });
  }
  const redo = startClock(
    { kind: 'co_opinion_redo', subject: share.id, round: 1 },
    { owner: 'unit', unitId: share.unitId },
    { startDate: under.today, startEvent: 'sending_back', under },
  );
  const { opinionId, reason } = command;
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, opinionId, unitId: share.unitId };
  return [{ type: 'co-opinion-sent-back', payload: { ...ids, clocks: [redo] }, reason }];
}

/** The lead accepts it; from now on the reply must state it (SD21). */
export function decideCoOpinionAccepted(
  suggestion: SuggestionCase,
  opinionId: string,
): Decision | AssignmentRejection {
  const found = openOpinion(suggestion, opinionId);
  if ('rejected' in found) return found;
  const { share } = found;
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, opinionId, unitId: share.unitId };
  return [{ type: 'co-opinion-accepted', payload: ids }];
}

/** Opinions the lead has to judge, and those it has accepted, of co-handlers still taking part. */
export function opinionsOf(
  suggestion: SuggestionCase,
  state: 'given' | 'accepted',
): readonly SignedOpinion[] {
  return activeShares(suggestion).flatMap(({ coOpinion, unitId }) => {
    if (coOpinion.state !== state) return [];
    const { id, signedBy = '', on: signedOn } = coOpinion;
    return [{ id, unitId, signedBy, signedOn }];
  });
}

/** `signedBy` is '' on one given before opinions were signed. */
interface SignedOpinion {
  readonly id: string;
  readonly unitId: string;
  readonly signedBy: string;
  readonly signedOn: LocalDate;
}

/** A co-handler whose opinion is not there. Overdue, the reply may go without it and says why. */
export interface AwaitedOpinion {
  readonly unitId: string;
  /** '' when no clock runs, since the unit has not received the share. */
  readonly dueOn: LocalDate | '';
  /** Its own day passed, or the lead's is too near to wait. */
  readonly overdue: boolean;
}

/**
 * From so many workdays before the lead's reply is due it waits no longer: a co-handler that joined late, or redoes its
 * opinion, may have a day after the lead's own, and that one is the law's (代表法51). A week is what the head needs to
 * sign and the unit to deliver.
 */
const WORKDAYS_BEFORE_REPLY = 5;

/** Co-handlers, also those of a task force, that owe an opinion or a better one (SD21). */
export function awaitedOpinions(suggestion: SuggestionCase, under: Circumstances): readonly AwaitedOpinion[] {
  const isReplyNear = leadReplyNear(suggestion, under);
  return activeShares(suggestion)
    .filter(({ role, coOpinion: { state } }) => role === 'co' && (state === 'none' || state === 'sent-back'))
    .map((share) => {
      const clock = suggestion.openClocks.find(
        ({ kind, subject }) => subject === share.id && (kind === 'co_opinion' || kind === 'co_opinion_redo'),
      );
      const dueOn = clock === undefined ? '' : lastDay(clock.startDate, clock.term, under);
      const overdue = isReplyNear || (dueOn !== '' && under.today > dueOn);
      return { unitId: share.unitId, dueOn, overdue };
    });
}

function leadReplyNear(suggestion: SuggestionCase, under: Circumstances): boolean {
  const lead = activeShares(suggestion).find(({ role }) => role === 'lead');
  const due = lead && replyDueOn(suggestion, lead, under);
  return due !== undefined && under.today >= under.calendar.addWorkdays(due, -WORKDAYS_BEFORE_REPLY);
}

type Opinion = Exclude<CoOpinion, { state: 'none' }>;

function openOpinion(
  suggestion: SuggestionCase,
  opinionId: string,
): { share: Share; opinion: Opinion } | AssignmentRejection {
  const over = overRefusal(suggestion);
  if (over !== undefined) return over;
  const share = suggestion.shares.find(
    ({ coOpinion }) => coOpinion.state !== 'none' && coOpinion.id === opinionId,
  );
  if (share === undefined || share.coOpinion.state !== 'given' || !isActive(share)) {
    return refuse('wrong-state', 'co-opinion-not-open', '该协办意见已处理或已被替换');
  }
  return { share, opinion: share.coOpinion };
}
