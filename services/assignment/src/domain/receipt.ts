import type { LocalDate } from '@huiyin/kernel/local-date';

import {
  cancelClock,
  lastDay,
  meetClock,
  sameClock,
  startClock,
  type Circumstances,
  type ClockFact,
  type ClockFrom,
} from './clock-fact.ts';
import type { AssignmentEvent, Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { receivedRefusal, shareInCourse } from './share-guards.ts';
import { handedOverBy, owesReply, type Receipt, type Share } from './share.ts';
import { shareOf, type SuggestionCase } from './suggestion-case.ts';

/** 签收 (T10): receipt, not acceptance; it opens the days for a return. */
export function decideAcknowledgement(
  suggestion: SuggestionCase,
  shareId: string,
  under: Circumstances,
): Decision | AssignmentRejection {
  const share = shareInCourse(suggestion, shareId);
  if ('rejected' in share) return share;
  if (share.status.name === 'for-reference') {
    return refuse('wrong-state', 'not-a-handling-share', '参阅件无需签收');
  }
  if (share.status.name !== 'pending') {
    return receivedRefusal(share) ?? refuse('wrong-state', 'not-pending', '该件已签收');
  }
  return [acknowledgedEvent(suggestion, share, { receipt: receiptNow(share, under), under })];
}

/** Unsigned on the last day for it: received that day (decisions 4). Nothing when it was signed meanwhile. */
export function decideDeemedReceipt(
  suggestion: SuggestionCase,
  missed: { readonly shareId: string; readonly lastDay: LocalDate },
  under: Circumstances,
): Decision {
  const share = shareOf(suggestion, missed.shareId);
  if (suggestion.phase.name !== 'handling' || share?.status.name !== 'pending') return [];
  return [acknowledgedEvent(suggestion, share, { receipt: { on: missed.lastDay, deemed: true }, under })];
}

/** The days for a return have passed: the unit handles it. Nothing when a return or a plan came before. */
export function decideDeemedAcceptance(
  suggestion: SuggestionCase,
  missed: { readonly shareId: string; readonly lastDay: LocalDate },
  under: Circumstances,
): Decision {
  const share = shareOf(suggestion, missed.shareId);
  if (suggestion.phase.name !== 'handling' || share?.status.name !== 'acknowledged') return [];
  return [acceptedEvent(suggestion, share, { on: missed.lastDay, under })];
}

export function acceptedEvent(
  suggestion: SuggestionCase,
  share: Share,
  at: { readonly on: LocalDate; readonly under: Circumstances },
): AssignmentEvent {
  return {
    type: 'assignment-accepted',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      unitId: share.unitId,
      acceptedOn: at.on,
      clocks: windowCancelled(share, at.under),
    },
  };
}

/** A signature after the last day changes nothing about the day of receipt. */
export function receiptNow(share: Share, under: Circumstances): Receipt {
  const last = lastDay(share.assignedOn, under.pack.rules.ack, under);
  return under.today > last ? { on: last, deemed: true } : { on: under.today, deemed: false };
}

/** The last day on which a return may be asked for: from receipt (SD12), or from 交办 where the rule pack says so (CQ16). */
export function returnWindowEnd(share: Share, receipt: Receipt, under: Circumstances): LocalDate {
  const { startDate } = ruleStart('return_request', { share, receipt, under });
  return lastDay(startDate, under.pack.rules.return_request, under);
}

/** From which day, and what happened on it, a rule about a received share counts. */
function ruleStart(
  kind: 'return_request' | 'deemed_accepted' | 'co_opinion' | 'dual_confirmation',
  of: { readonly share: Share; readonly receipt: Receipt; readonly under: Circumstances },
): ClockFrom {
  const { share, receipt, under } = of;
  if (under.pack.rules[kind].from === 'assignment') {
    return { startDate: share.assignedOn, startEvent: handedOverBy(share) };
  }
  return { startDate: receipt.on, startEvent: receipt.deemed ? 'deemed_receipt' : 'receipt' };
}

export function acknowledgedEvent(
  suggestion: SuggestionCase,
  share: Share,
  of: { readonly receipt: Receipt; readonly under: Circumstances },
): AssignmentEvent {
  const { receipt, under } = of;
  const owner = { owner: 'unit', unitId: share.unitId } as const;
  const from = (kind: 'deemed_accepted' | 'co_opinion' | 'dual_confirmation') => ({
    ...ruleStart(kind, { share, receipt, under }),
    under,
  });
  const subject = { subject: share.id, round: 1 };
  return {
    type: 'assignment-acknowledged',
    payload: {
      suggestionId: suggestion.id,
      assignmentId: share.id,
      unitId: share.unitId,
      receiptOn: receipt.on,
      deemed: receipt.deemed,
      clocks: [
        meetClock({ kind: 'ack', ...subject }, under.today),
        startClock({ kind: 'deemed_accepted', ...subject }, owner, from('deemed_accepted')),
        // SD21 counts the co-handler's month from receipt, CQ20 its thirty workdays from 交办.
        ...(share.role === 'co'
          ? [startClock({ kind: 'co_opinion', ...subject }, owner, from('co_opinion'))]
          : []),
        ...(owesContact(suggestion, share)
          ? [startClock({ kind: 'dual_confirmation', ...subject }, owner, from('dual_confirmation'))]
          : []),
      ],
    },
  };
}

/** CQ18 counts the first contact from receipt; where it counts from 交办 its clock runs already. */
function owesContact({ openClocks }: SuggestionCase, share: Share): boolean {
  if (!owesReply(share) || share.dualConfirmation.done) return false;
  const name = { kind: 'dual_confirmation', subject: share.id, round: 1 } as const;
  return !openClocks.some((clock) => sameClock(clock, name));
}

/** The window for a return is no debt: it is cancelled, never met, when something else decides the matter. */
export function windowCancelled(share: Share, under: Circumstances): readonly ClockFact[] {
  return share.status.name === 'acknowledged'
    ? [cancelClock({ kind: 'deemed_accepted', subject: share.id, round: 1 }, under.today)]
    : [];
}
