import type { LocalDate } from '@huiyin/kernel/local-date';

import { meetClock, type Circumstances, type ClockFact, type ClockFrom } from './clock-fact.ts';
import type { Decision } from './events.ts';
import type { ReplyDelivered } from './reply-events.ts';
import { evolve } from './evolve.ts';
import { feedbackClock, isAsked } from './feedback.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { overRefusal } from './share-guards.ts';
import { replyClock, type IssuedReply, type Share } from './share.ts';
import {
  allDelivered,
  shareOf,
  undelivered,
  type OwedDeputy,
  type SuggestionCase,
} from './suggestion-case.ts';

/** 邮寄 · 电子送达; 面复 is a record that the deputy signs (SD22). */
export const DELIVERY_METHODS = ['letter', 'electronic'] as const;

type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

export interface DeliverReply {
  readonly replyId: string;
  /** Empty: to every deputy still owed it. */
  readonly deputyIds: readonly string[];
  readonly method: DeliveryMethod;
  readonly deliveredOn: LocalDate;
}

/**
 * The reply reaches deputies: lead, co-signers and those of merged children each have an own right to it (SD20). Lead
 * deputies, who evaluate, get their feedback clock from that day (decisions 8).
 */
export function decideDelivery(
  suggestion: SuggestionCase,
  command: DeliverReply,
  under: Circumstances,
): Decision | AssignmentRejection {
  const found = issuedReply(suggestion, command.replyId);
  if ('rejected' in found) return found;
  const { share, reply } = found;
  const refusal = dayRefusal(reply, command.deliveredOn, { field: 'deliveredOn', under });
  if (refusal !== undefined) return refusal;
  const recipients = recipientsOf(suggestion, share, command.deputyIds);
  if ('rejected' in recipients) return recipients;
  const { deliveredOn, method } = command;
  return deliveries(
    suggestion,
    { share, recipients },
    { deliveredOn, method, feedbackFrom: { startDate: deliveredOn, startEvent: 'reply_delivered' } },
    under,
  );
}

/** Why a day cannot be that on which a reply reached a deputy. */
export function dayRefusal(
  reply: IssuedReply,
  day: LocalDate,
  { field, under }: { readonly field: string; readonly under: Circumstances },
): AssignmentRejection | undefined {
  if (day > under.today) return refuse('invalid', 'day-in-future', '送达日期不能晚于今天', { field });
  return day < reply.issuedOn
    ? refuse('invalid', 'delivered-before-issued', '送达日期不能早于签发日期', { field })
    : undefined;
}

/** How a reply reached deputies. `feedbackFrom`: the day from which they could evaluate, and why from then. */
interface Reached {
  readonly deliveredOn: LocalDate;
  readonly method: DeliveryMethod | 'face-to-face';
  readonly feedbackFrom: ClockFrom;
}

/** One event for each deputy whom the share's reply has now reached. */
export function deliveries(
  suggestion: SuggestionCase,
  to: { readonly share: Share; readonly recipients: readonly OwedDeputy[] },
  { deliveredOn, method, feedbackFrom }: Reached,
  under: Circumstances,
): readonly ReplyDelivered[] {
  const { share, recipients } = to;
  if (share.status.name !== 'replied') throw new Error(`share ${share.id} has no reply to deliver`);
  const replyId = share.status.reply.id;
  const delivered = recipients.map((deputy): ReplyDelivered => ({
    type: 'reply-delivered',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      replyId,
      round: share.round,
      deputy,
      deliveredOn,
      method,
      allDelivered: false,
      rulePackVersion: under.packVersion,
      clocks: feedbackClocks(share, deputy, { ...feedbackFrom, under }),
    },
  }));
  const after = delivered.reduce<SuggestionCase>(evolve, suggestion);
  // Only the last of these can be the one that completes the share, and with it the case.
  return delivered.map((event, index) => (index === delivered.length - 1 ? completing(event, after) : event));
}

/**
 * The law's term (代表法51) is kept when the reply has reached every deputy it is owed, not when it was signed: on the
 * latest of their days, whichever was recorded last.
 */
function completing(event: ReplyDelivered, after: SuggestionCase): ReplyDelivered {
  const share = shareOf(after, event.payload.assignmentId);
  const done = share?.status.name === 'replied' && undelivered(after, share).length === 0;
  const on = done ? share.status.reply.lastDeliveredOn : undefined;
  const kept = done ? [meetClock(replyClock(share), on ?? event.payload.deliveredOn)] : [];
  const clocks = [...(event.payload.clocks ?? []), ...kept];
  return { ...event, payload: { ...event.payload, clocks, allDelivered: allDelivered(after) } };
}

/** The share whose present round was answered by this reply. */
export function issuedReply(
  suggestion: SuggestionCase,
  replyId: string,
): { readonly share: Share; readonly reply: IssuedReply } | AssignmentRejection {
  return overRefusal(suggestion) ?? presentReply(suggestion, replyId);
}

/** The same, whether the case goes on or not. */
export function presentReply(
  suggestion: SuggestionCase,
  replyId: string,
): { readonly share: Share; readonly reply: IssuedReply } | AssignmentRejection {
  for (const share of suggestion.shares) {
    if (share.status.name === 'replied' && share.status.reply.id === replyId) {
      return { share, reply: share.status.reply };
    }
  }
  return refuse('wrong-state', 'reply-not-issued', '该答复尚未签发，或已进入新一轮办理');
}

/** Those of the deputies named who still wait for the reply; nobody named: all of them. */
export function recipientsOf(
  suggestion: SuggestionCase,
  share: Share,
  deputyIds: readonly string[],
): readonly OwedDeputy[] | AssignmentRejection {
  const stranger = deputyIds.find((id) => !suggestion.owed.some((owed) => owed.deputyId === id));
  if (stranger !== undefined) {
    return refuse('invalid', 'deputy-not-owed', '该代表不是本件的提出人', {
      field: 'deputyIds',
      detail: { deputyId: stranger },
    });
  }
  const waiting = undelivered(suggestion, share);
  const chosen =
    deputyIds.length === 0 ? waiting : waiting.filter((owed) => deputyIds.includes(owed.deputyId));
  return chosen.length === 0 ? refuse('wrong-state', 'already-delivered', '答复已送达') : chosen;
}

/** Who takes the lead after the former lead was asked is asked no second time. */
function feedbackClocks(
  share: Share,
  deputy: OwedDeputy,
  from: ClockFrom & { readonly under: Circumstances },
): readonly ClockFact[] {
  if (!deputy.isLead || isAsked(share, deputy.suggestionId)) return [];
  return [feedbackClock(share, deputy, from)];
}
