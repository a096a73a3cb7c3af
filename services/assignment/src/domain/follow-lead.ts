import type { Circumstances } from './clock-fact.ts';
import type { AssignmentEvent } from './events.ts';
import { feedbackClock, isAsked } from './feedback.ts';
import type { Share } from './share.ts';
import { owedKey, replyingShares, type OwedDeputy, type SuggestionCase } from './suggestion-case.ts';

/** The case led by another of those who signed it; the former lead is owed a reply as one of the co-signers. */
export function underLead(suggestion: SuggestionCase, leadDeputyId: string): SuggestionCase {
  const own = suggestion.owed.filter((owed) => owed.suggestionId === suggestion.id);
  const merged = suggestion.owed.filter((owed) => owed.suggestionId !== suggestion.id);
  const led = own.map((owed) => ({ ...owed, isLead: owed.deputyId === leadDeputyId }));
  return {
    ...suggestion,
    owed: [...led.filter((owed) => owed.isLead), ...led.filter((owed) => !owed.isLead), ...merged],
    shares: suggestion.shares.map((share) => withAsked(share, suggestion.owed)),
  };
}

/** On a reply issued before it was kept who was asked: the leads who have it, as they led until now. */
function withAsked(share: Share, owed: readonly OwedDeputy[]): Share {
  const { status } = share;
  if (status.name !== 'replied' || status.reply.askedFor !== undefined) return share;
  const asked = owed.filter((each) => each.isLead && status.reply.deliveredTo.includes(owedKey(each)));
  const reply = { ...status.reply, askedFor: asked.map(({ suggestionId }) => suggestionId) };
  return { ...share, status: { ...status, reply } };
}

/**
 * Who had the reply as a co-signer and now leads is asked for the evaluation, unless a lead before was: the term for it
 * would otherwise never begin.
 */
export function decideAskingOfLead(
  suggestion: SuggestionCase,
  under: Circumstances,
): readonly AssignmentEvent[] {
  const lead = suggestion.owed.find((owed) => owed.isLead && owed.suggestionId === suggestion.id);
  if (lead === undefined || suggestion.phase.name !== 'handling') return [];
  return replyingShares(suggestion).flatMap((share): readonly AssignmentEvent[] => {
    const { status } = share;
    if (status.name !== 'replied' || isAsked(share, suggestion.id)) return [];
    if (!status.reply.deliveredTo.includes(owedKey(lead))) return [];
    const of = { suggestionId: suggestion.id, assignmentId: share.id, replyId: status.reply.id };
    const asked = { deputy: lead, askedOn: under.today, rulePackVersion: under.packVersion };
    const clocks = [
      feedbackClock(share, lead, { startDate: under.today, startEvent: 'feedback_request', under }),
    ];
    return [{ type: 'feedback-asked', payload: { ...of, round: share.round, ...asked, clocks } }];
  });
}
