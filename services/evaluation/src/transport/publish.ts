import type * as messages from '@huiyin/contracts/gen/evaluation/v1/events';
import type { NewEvent } from '@huiyin/kernel/event';
import type { ClockFact } from '../domain/clock-fact.ts';
import type { EvaluationEvent } from '../domain/events.ts';

/** The message of each event. */
interface Messages {
  'suggestion-evaluated': messages.SuggestionEvaluated;
  'cosigner-opinion-given': messages.CosignerOpinionGiven;
  'feedback-overdue': messages.FeedbackOverdue;
  'suggestion-lapsed': messages.SuggestionLapsed;
  'rehandling-ordered': messages.RehandlingOrdered;
  'rehandling-waived': messages.RehandlingWaived;
  'suggestion-escalated': messages.SuggestionEscalated;
  'escalation-decided': messages.EscalationDecided;
  'follow-up-begun': messages.FollowUpBegun;
  'promise-opened': messages.PromiseOpened;
  'promise-progressed': messages.PromiseProgressed;
  'promise-kept': messages.PromiseKept;
  'promise-broken': messages.PromiseBroken;
  'rectification-ordered': messages.RectificationOrdered;
  'rectification-submitted': messages.RectificationSubmitted;
  'rectification-accepted': messages.RectificationAccepted;
  'rectification-rejected': messages.RectificationRejected;
  'suggestion-closed': messages.SuggestionClosed;
  'suggestion-reopened': messages.SuggestionReopened;
  'score-fact-kept': messages.ScoreFactKept;
}

type EventType = EvaluationEvent['type'];
type Fact<Type extends EventType> = Extract<EvaluationEvent, { type: Type }>;
/** Clocks travel in JSON form; every other field is the message's own. A missing field does not compile. */
type Payload<Message> = {
  readonly [Key in keyof Message]: Key extends 'clocks' ? readonly WireClock[] : Encoded<Message[Key]>;
};
type Encoded<Value> = Value extends (infer Item)[] ? readonly Item[] : Value;
type Encoders = { readonly [Type in EventType]: (id: string, fact: Fact<Type>) => Payload<Messages[Type]> };

/** Encodes a fact. A co-signer's opinion does not leave before the lead deputy submits it. */
export function publish(suggestionId: string, fact: EvaluationEvent): NewEvent {
  // The table is keyed by the fact's own type, which an indexed call cannot show to the compiler.
  const encode = encoders[fact.type] as (id: string, fact: EvaluationEvent) => Record<string, unknown>;
  const reason = reasonOf(fact);
  const event = { type: fact.type, payload: encode(suggestionId, fact) };
  return reason === '' ? event : { ...event, reason };
}

function reasonOf(fact: EvaluationEvent): string {
  if (fact.type === 'suggestion-evaluated') return fact.form.reasons;
  if (fact.type === 'promise-kept') return fact.finding;
  if ('explanation' in fact) return fact.explanation;
  return 'reason' in fact ? fact.reason : '';
}

const encoders: Encoders = {
  'suggestion-evaluated': (suggestionId, { type: _, form, clocks, cosignerOpinions, ...fact }) => ({
    ...{ suggestionId, ...fact, ...form },
    classOpinion: form.classOpinion === 'not-said' ? '' : form.classOpinion,
    cosignerOpinions: cosignerOpinions.map((opinion) => ({ ...opinion })),
    clocks: clocks.map(wireClock),
  }),
  'cosigner-opinion-given': (suggestionId, { type: _, opinion, ...fact }) => ({
    ...{ suggestionId, ...fact, deputyId: opinion.deputyId },
  }),
  'feedback-overdue': (suggestionId, { type: _, overdueSince: __, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'suggestion-lapsed': (suggestionId, { type: _, lapsedOn: __, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'rehandling-ordered': (suggestionId, { type: _, reason: __, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'rehandling-waived': (suggestionId, { type: _, reason: __, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'suggestion-escalated': (suggestionId, { type: _, escalatedOn: __, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'escalation-decided': (suggestionId, { type: _, ...fact }) => ({ suggestionId, ...fact }),
  'follow-up-begun': (suggestionId, { cause }) => ({ suggestionId, cause }),
  'promise-opened': (suggestionId, { type: _, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'promise-progressed': (suggestionId, { type: _, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'promise-kept': (suggestionId, { promiseId, assignmentId, keptOn, clocks }) => ({
    ...{ suggestionId, promiseId, assignmentId, keptOn, clocks: clocks.map(wireClock) },
  }),
  'promise-broken': (suggestionId, { promiseId, assignmentId, explanation, clocks }) => ({
    ...{ suggestionId, promiseId, assignmentId, explanation, clocks: clocks.map(wireClock) },
  }),
  'rectification-ordered': (
    suggestionId,
    { rectificationId, assignmentId, unitId, gaps, attempt, clocks },
  ) => ({
    ...{ suggestionId, rectificationId, assignmentId, unitId, gaps, attempt, clocks: clocks.map(wireClock) },
  }),
  'rectification-submitted': (suggestionId, { type: _, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'rectification-accepted': (suggestionId, { rectificationId, acceptedBy, clocks }) => ({
    ...{ suggestionId, rectificationId, acceptedBy, clocks: clocks.map(wireClock) },
  }),
  'rectification-rejected': (suggestionId, { type: _, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
  'suggestion-closed': (suggestionId, { type: _, clocks, shares, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
    shares: shares.map(({ worst, ...share }) => ({ ...share, worstSatisfaction: worst ?? '' })),
  }),
  'suggestion-reopened': (suggestionId, { clocks }) => ({ suggestionId, clocks: clocks.map(wireClock) }),
  'score-fact-kept': (suggestionId, { unitId, fact, sourceEventId }) => ({
    ...{ suggestionId, unitId, fact, sourceEventId },
  }),
};

interface WireClock {
  readonly op: 'CLOCK_OP_START' | 'CLOCK_OP_MEET' | 'CLOCK_OP_CANCEL';
  readonly [field: string]: unknown;
}

const OPS = { start: 'CLOCK_OP_START', meet: 'CLOCK_OP_MEET', cancel: 'CLOCK_OP_CANCEL' } as const;

function wireClock({ op, ...clock }: ClockFact): WireClock {
  return { ...clock, op: OPS[op] };
}
