import type { LocalDate } from '@huiyin/kernel/local-date';

import {
  cancelClock,
  meetClock,
  startClock,
  type Circumstances,
  type ClockFact,
  type ClockName,
} from './clock-fact.ts';
import type { Decision } from './events.ts';
import type { SituationChanged } from './reply-events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { sealedRefusal, unknownShare } from './share-guards.ts';
import type { IssuedReply, Share, SituationChange } from './share.ts';
import { shareOf, type SuggestionCase } from './suggestion-case.ts';

export interface RecordSituationChange {
  readonly assignmentId: string;
  readonly changeId: string;
  /** What is no longer as the reply says. */
  readonly what: string;
  readonly changedOn: LocalDate;
}

/** A promise judged by the deputy or 代表工委. */
export interface PromiseJudged {
  readonly assignmentId: string;
  readonly promiseId: string;
  readonly outcome: 'kept' | 'broken';
  /** What the deputy was told of a broken one. */
  readonly explanation: string;
  readonly on: LocalDate;
}

/**
 * 情况变化 (T32, SD18): what a delivered reply says is no longer so. From the day of the change its unit owes a
 * supplementary reply. One that is owed answers for everything until it is given, so the first change counts.
 */
export function decideSituationChange(
  suggestion: SuggestionCase,
  command: RecordSituationChange,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareOf(suggestion, command.assignmentId);
  if (share === undefined) return unknownShare();
  const over = sealedRefusal(suggestion);
  if (over !== undefined) return over;
  const reply = deliveredReply(share);
  if (reply === undefined) return refuse('wrong-state', 'reply-not-delivered', '本轮答复尚未送达代表');
  if (share.situationChange !== undefined) {
    return refuse('wrong-state', 'situation-change-open', '已登记情况变化，请先作补充答复', {
      detail: { changedOn: share.situationChange.on },
    });
  }
  if (command.what.trim() === '') {
    return refuse('invalid', 'situation-change-missing', '请写明什么情况发生了变化', { field: 'what' });
  }
  if (command.changedOn > under.today) {
    return refuse('invalid', 'day-in-future', '情况变化的日期不能晚于今天', { field: 'changedOn' });
  }
  if (command.changedOn < reply.issuedOn) {
    return refuse('invalid', 'change-before-reply', '情况变化的日期不能早于答复签发日期', {
      field: 'changedOn',
    });
  }
  const { changeId: id, what, changedOn: on } = command;
  return [changed(suggestion, { share, reply, change: { id, on }, what, cause: 'reported' }, under)];
}

/**
 * A promise judged is such a change by itself: the unit answers the deputy again when it is done and explains when it
 * cannot be kept (SD18), and only a supplementary reply makes a class B an A. Not again what the reply says already.
 */
export function decideChangeByPromise(
  suggestion: SuggestionCase,
  judged: PromiseJudged,
  under: Circumstances,
): Decision {
  const { name } = suggestion.phase;
  const share = shareOf(suggestion, judged.assignmentId);
  const reply = share && deliveredReply(share);
  if (share === undefined || reply === undefined || (name !== 'handling' && name !== 'closed')) return [];
  const isSaid = judged.outcome === 'kept' && reply.resultClass === 'A';
  if (isSaid || share.situationChange !== undefined) return [];
  const what = judged.outcome === 'kept' ? '承诺事项已兑现' : `承诺事项未兑现：${judged.explanation}`;
  const change = { id: judged.promiseId, on: judged.on };
  return [changed(suggestion, { share, reply, change, what, cause: `promise-${judged.outcome}` }, under)];
}

/** 重新办理: the new round's reply says what has changed; no other is owed any more. */
export function decideChangeSuperseded(
  suggestion: SuggestionCase,
  shareId: string,
  under: Circumstances,
): Decision {
  const share = shareOf(suggestion, shareId);
  const change = share?.situationChange;
  if (share === undefined || change === undefined || share.status.name === 'replied') return [];
  return [
    {
      type: 'situation-change-superseded',
      payload: {
        suggestionId: suggestion.id,
        assignmentId: share.id,
        situationChangeId: change.id,
        clocks: [cancelClock(supplementClock(share, change), under.today)],
      },
    },
  ];
}

/** What a supplementary reply does to the clock it was owed by. */
export function supplementOwedMet(share: Share, under: Circumstances): readonly ClockFact[] {
  const { situationChange } = share;
  return situationChange === undefined
    ? []
    : [meetClock(supplementClock(share, situationChange), under.today)];
}

/** One clock for each change: the clock of an earlier one has run. */
export function supplementClock(
  share: Share,
  change: SituationChange,
): ClockName & { readonly kind: 'supplementary_reply' } {
  return { kind: 'supplementary_reply', subject: `${share.id}:${change.id}`, round: change.round };
}

function deliveredReply({ status }: Share): IssuedReply | undefined {
  if (status.name !== 'replied' || status.reply.deliveredTo.length === 0) return undefined;
  return status.reply;
}

function changed(
  suggestion: SuggestionCase,
  of: {
    readonly share: Share;
    readonly reply: IssuedReply;
    readonly change: Pick<SituationChange, 'id' | 'on'>;
    readonly what: string;
    readonly cause: SituationChanged['payload']['cause'];
  },
  under: Circumstances,
): SituationChanged {
  const { share, reply, what, cause } = of;
  const change = { ...of.change, round: share.round };
  const owner = { owner: 'unit', unitId: share.unitId } as const;
  return {
    type: 'situation-changed',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      unitId: share.unitId,
      replyId: reply.id,
      round: share.round,
      situationChangeId: change.id,
      cause,
      what,
      changedOn: change.on,
      clocks: [
        startClock(supplementClock(share, change), owner, {
          startDate: change.on,
          startEvent: 'change',
          under,
        }),
      ],
    },
    reason: what,
  };
}
