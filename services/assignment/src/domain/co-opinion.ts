import { meetClock, startClock, type Circumstances } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { windowCancelled } from './receipt.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal, receivedRefusal, shareInCourse } from './share-guards.ts';
import { isActive, type CoOpinion, type Share } from './share.ts';
import { activeShares, type SuggestionCase } from './suggestion-case.ts';

/** Shorter words have no substance (T15). */
const LEAST_CHARACTERS = 10;

export interface GiveCoOpinion {
  readonly assignmentId: string;
  readonly opinionId: string;
  readonly opinion: string;
}

/** 协办意见 (SD21, T15): once, and once more after it was sent back. */
export function decideCoOpinion(
  suggestion: SuggestionCase,
  command: GiveCoOpinion,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareInCourse(suggestion, command.assignmentId);
  if ('rejected' in share) return share;
  if (share.role !== 'co') return refuse('wrong-state', 'not-a-co-share', '只有协办单位提出协办意见');
  const refusal = receivedRefusal(share);
  if (refusal !== undefined) return refusal;
  if (share.coOpinion.state === 'given' || share.coOpinion.state === 'accepted') {
    return refuse('wrong-state', 'co-opinion-already-given', '协办意见已提出');
  }
  if (command.opinion.trim().length < LEAST_CHARACTERS) {
    return refuse('invalid', 'co-opinion-empty', '协办意见须有实质内容', { field: 'opinion' });
  }
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
        attempt: again ? 2 : 1,
        givenOn: under.today,
        clocks: [
          meetClock({ kind, subject: share.id, round: 1 }, under.today),
          ...windowCancelled(share, under),
        ],
      },
    },
  ];
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
    { startDate: under.today, under },
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
): readonly { readonly id: string; readonly unitId: string }[] {
  return activeShares(suggestion).flatMap(({ coOpinion, unitId }) =>
    coOpinion.state === state ? [{ id: coOpinion.id, unitId }] : [],
  );
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
