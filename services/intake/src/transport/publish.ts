import type {
  CosignatureConfirmed,
  CosignatureRequested,
  CosignatureVoided,
  CosignerRemoved,
  DeclineNoticeConfirmed,
  DraftEdited,
  LeadPassed,
  PreReviewAnswered,
  PreReviewRequested,
  SuggestionAbsorbed,
  SuggestionConverted,
  SuggestionDeclined,
  SuggestionDrafted,
  SuggestionMerged,
  SuggestionRegistered,
  SuggestionReturned,
  SuggestionSubmitted,
  SuggestionWithdrawn,
  WithdrawalRequested,
  WithdrawalSigned,
} from '@huiyin/contracts/gen/intake/v1/events';
import type { NewEvent } from '@huiyin/kernel/event';
import type { ClockFact } from '../domain/clock-fact.ts';
import type { SuggestionEvent } from '../domain/events.ts';
import type { Period } from '../domain/suggestion.ts';
import type { SuggestionText } from '../domain/text.ts';

/** The message of each published event, with clocks as they stand on the wire. */
interface Messages {
  'suggestion-drafted': SuggestionDrafted;
  'draft-edited': DraftEdited;
  'cosignature-requested': CosignatureRequested;
  'cosignature-confirmed': CosignatureConfirmed;
  'cosignature-voided': CosignatureVoided;
  'cosigner-removed': CosignerRemoved;
  'pre-review-requested': PreReviewRequested;
  'pre-review-answered': PreReviewAnswered;
  'suggestion-submitted': SuggestionSubmitted;
  'lead-passed': LeadPassed;
  'suggestion-registered': SuggestionRegistered;
  'suggestion-returned': SuggestionReturned;
  'suggestion-declined': SuggestionDeclined;
  'decline-notice-confirmed': DeclineNoticeConfirmed;
  'suggestion-merged': SuggestionMerged;
  'suggestion-absorbed': SuggestionAbsorbed;
  'withdrawal-signed': WithdrawalSigned;
  'withdrawal-requested': WithdrawalRequested;
  'suggestion-withdrawn': SuggestionWithdrawn;
  'suggestion-converted': SuggestionConverted;
}

type EventType = SuggestionEvent['type'];
type Fact<Type extends EventType> = Extract<SuggestionEvent, { type: Type }>;
/** Clocks travel in JSON form; every other field is the message's own. A missing field does not compile. */
type Payload<Message> = {
  readonly [Key in keyof Message]: Key extends 'clocks' ? readonly WireClock[] : Encoded<Message[Key]>;
};
type Encoded<Value> = Value extends (infer Item)[] ? readonly Item[] : Value;
type Encoders = { readonly [Type in EventType]: (id: string, fact: Fact<Type>) => Payload<Messages[Type]> };

/** Encodes a fact. What is private before submission (words of drafts, advice of pre-reviews) does not leave. */
export function publish(suggestionId: string, fact: SuggestionEvent): NewEvent {
  // The table is keyed by the fact's own type, which an indexed call cannot show to the compiler.
  const encode = encoders[fact.type] as (id: string, fact: SuggestionEvent) => Record<string, unknown>;
  const reason = reasonOf(fact);
  const event = { type: fact.type, payload: encode(suggestionId, fact) };
  return reason === undefined ? event : { ...event, reason };
}

const encoders: Encoders = {
  'suggestion-drafted': (suggestionId, { leadDeputyId, text }) => ({
    ...{ suggestionId, leadDeputyId, attachments: unnamed(text) },
  }),
  'draft-edited': (suggestionId, { text, textHash }) => ({
    ...{ suggestionId, textHash, attachments: unnamed(text) },
  }),
  'cosignature-requested': (suggestionId, { deputyIds }) => ({ suggestionId, deputyIds }),
  'cosignature-confirmed': (suggestionId, { deputyId, textHash }) => ({ suggestionId, deputyId, textHash }),
  'cosignature-voided': (suggestionId, { deputyIds }) => ({ suggestionId, deputyIds }),
  'cosigner-removed': (suggestionId, { deputyId, cause }) => ({ suggestionId, deputyId, cause }),
  'pre-review-requested': (suggestionId, { clocks }) => ({ suggestionId, clocks: clocks.map(wireClock) }),
  'pre-review-answered': (suggestionId, { advice, clocks }) => ({
    suggestionId,
    reviewerId: advice.reviewerId,
    clocks: clocks.map(wireClock),
  }),
  'suggestion-submitted': submitted,
  'lead-passed': (suggestionId, { fromDeputyId, leadDeputyId, cosignerIds, takenOn = '' }) => ({
    ...{ suggestionId, fromDeputyId, leadDeputyId, cosignerIds, takenOn },
  }),
  'suggestion-registered': registered,
  'suggestion-returned': (suggestionId, { explanation, matters, clocks }) => ({
    ...{ suggestionId, explanation, matters, clocks: clocks.map(wireClock) },
  }),
  'suggestion-declined': (suggestionId, { ground, explanation, clocks }) => ({
    ...{ suggestionId, ground, explanation, clocks: clocks.map(wireClock) },
  }),
  'decline-notice-confirmed': (suggestionId, { toldHow, clocks }) => ({
    ...{ suggestionId, toldHow, clocks: clocks.map(wireClock) },
  }),
  'suggestion-merged': (suggestionId, { parentId, leadDeputyId, cosignerIds, clocks, ...ground }) => ({
    ...{ suggestionId, parentId, leadDeputyId, cosignerIds, clocks: clocks.map(wireClock) },
    competence: ground.competence,
    similarity: ground.similarity,
    sharedPassages: ground.sharedPassages,
  }),
  'suggestion-absorbed': (suggestionId, { childId, childNumber, childLeadDeputyId, childCosignerIds }) => ({
    ...{ suggestionId, childId, childNumber, childLeadDeputyId, childCosignerIds },
  }),
  'withdrawal-signed': (suggestionId, { deputyId }) => ({ suggestionId, deputyId }),
  'withdrawal-requested': (suggestionId, { signedBy, handlingBegun }) => ({
    suggestionId,
    signedBy,
    handlingBegun,
  }),
  'suggestion-withdrawn': (suggestionId, { withdrawnOn, submitted, clocks }) => ({
    ...{ suggestionId, withdrawnOn, submitted, clocks: clocks.map(wireClock) },
  }),
  'suggestion-converted': (suggestionId, { motionNumber, decisionNumber, decidedOn, clocks }) => ({
    ...{ suggestionId, motionNumber, decisionNumber, decidedOn, clocks: clocks.map(wireClock) },
  }),
};

/** The names of a draft's files are words of the draft. */
function unnamed({ attachments }: SuggestionText): SuggestionText['attachments'] {
  return attachments.map((file) => ({ ...file, name: '' }));
}

function submitted(suggestionId: string, fact: Fact<'suggestion-submitted'>): Payload<SuggestionSubmitted> {
  const { text, kind, leadDeputyId, cosignerIds, period, textHash, textVersion, submittedOn } = fact;
  const { title, facts, demands, subType, authorConfidential, publicationConsent, wishedUnitIds } = text;
  const { wishedContact, researchSource, affectedArea, earlierNumbers } = text;
  return {
    ...{ suggestionId, kind, title, facts, demands, leadDeputyId, cosignerIds },
    ...{ subType, authorConfidential, publicationConsent, wishedUnitIds, textHash, textVersion, submittedOn },
    ...{ wishedContact, researchSource, affectedArea, earlierNumbers },
    ...wirePeriod(period),
    paperForm: fact.paper?.formNumber ?? '',
    paperSignedOn: fact.paper?.signedOn ?? '',
    paperReceivedAt: fact.paper?.receivedAt.toISOString() ?? '',
    attachments: text.attachments,
    clocks: fact.clocks.map(wireClock),
  };
}

function registered(
  suggestionId: string,
  fact: Fact<'suggestion-registered'>,
): Payload<SuggestionRegistered> {
  const { number, displayNumber, category, registeredOn, rulePackVersion, leadDeputyId, cosignerIds } = fact;
  const { overseerIds = [], oneMatterReason } = fact;
  const { title, demands, authorConfidential, wishedUnitIds } = fact.text;
  return {
    ...{
      suggestionId,
      number,
      displayNumber,
      category,
      registeredOn,
      rulePackVersion,
      leadDeputyId,
      cosignerIds,
    },
    ...{ title, demands, authorConfidential, wishedUnitIds, overseerIds, oneMatterReason },
    ...wirePeriod(fact.period),
    clocks: fact.clocks.map(wireClock),
  };
}

function reasonOf(fact: SuggestionEvent): string | undefined {
  switch (fact.type) {
    case 'suggestion-returned':
    case 'suggestion-declined':
      return fact.explanation;
    case 'suggestion-registered':
      return fact.oneMatterReason === '' ? undefined : fact.oneMatterReason;
    case 'lead-passed':
    case 'suggestion-merged':
    case 'suggestion-absorbed':
    case 'withdrawal-signed':
    case 'withdrawal-requested':
      return fact.reason;
    default:
      return undefined;
  }
}

function wirePeriod(period: Period): { period: string; congressSessionId: string } {
  return {
    period: period.kind,
    congressSessionId: period.kind === 'in-session' ? period.congressSessionId : '',
  };
}

type WireClock = ReturnType<typeof wireClock>;

const OPS = { start: 'CLOCK_OP_START', meet: 'CLOCK_OP_MEET', cancel: 'CLOCK_OP_CANCEL' } as const;

function wireClock(clock: ClockFact) {
  const { kind, subject, round, startDate } = clock;
  const which = { op: OPS[clock.op], kind, subject, round, startDate };
  if (clock.op !== 'start') return which;
  const { startEvent, term, rulePackVersion, owner } = clock;
  return { ...which, startEvent, term: { ...term }, rulePackVersion, owner };
}
