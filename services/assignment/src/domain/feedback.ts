import { startClock, type Circumstances, type ClockFact, type ClockFrom } from './clock-fact.ts';
import type { Share } from './share.ts';
import type { OwedDeputy } from './suggestion-case.ts';

/** One evaluation a share and signed suggestion, by its lead deputy: so one feedback clock for each. */
export function feedbackClock(
  share: Share,
  deputy: OwedDeputy,
  from: ClockFrom & { readonly under: Circumstances },
): ClockFact {
  const subject = `${share.id}:${deputy.suggestionId}`;
  const owner = { owner: 'deputy', personId: deputy.deputyId } as const;
  return startClock({ kind: 'feedback', subject, round: share.round }, owner, from);
}

/** Whether a lead deputy of the signed suggestion was asked for the evaluation of the present round. */
export function isAsked({ status }: Share, suggestionId: string): boolean {
  return status.name === 'replied' && (status.reply.askedFor ?? []).includes(suggestionId);
}
