import { assertNever } from '@huiyin/kernel/assert-never';
import type { SuggestionEvent } from './events.ts';
import {
  cosignersOf,
  isDrafting,
  numberedOf,
  type Cosigner,
  type Declined,
  type Draft,
  type Drafting,
  type Merged,
  type Registered,
  type Returned,
  type Submitted,
  type Suggestion,
  type Withdrawn,
} from './suggestion.ts';

/** Folds facts over a state; undefined before the first fact. */
export function evolveAll(state: Suggestion | undefined, events: readonly SuggestionEvent[]): Suggestion {
  const end = events.reduce<Suggestion | undefined>((before, event) => evolve(before, event), state);
  if (end === undefined) throw new Error('a suggestion begins with a fact');
  return end;
}

/** The state after one fact. Throws when the fact cannot follow the state: deciders never let that happen. */
function evolve(state: Suggestion | undefined, event: SuggestionEvent): Suggestion {
  if (event.type === 'suggestion-drafted') return drafted(event);
  if (state === undefined) throw new Error(`${event.type} before suggestion-drafted`);
  switch (event.type) {
    case 'draft-edited':
      return { ...drafting(state, event), text: event.text, textHash: event.textHash };
    case 'cosignature-requested':
    case 'cosignature-confirmed':
    case 'cosignature-voided':
    case 'cosigner-removed':
      return withCosigners(
        drafting(state, event),
        cosignersAfter(cosignersOf(drafting(state, event)), event),
      );
    case 'pre-review-requested':
      return askedForPreReview(drafting(state, event), event);
    case 'pre-review-answered':
      return answered(drafting(state, event), event);
    case 'lead-passed':
      return ledBy(state, event);
    case 'suggestion-submitted':
      return submitted(drafting(state, event), event);
    case 'suggestion-converted':
      return {
        ...inStatus(state, event, 'submitted'),
        conversion: { ...decidedBy(event), state: 'decided' },
      };
    case 'suggestion-registered':
      return registered(inStatus(state, event, 'submitted'), event);
    case 'suggestion-returned':
      return returned(inStatus(state, event, 'submitted'), event);
    case 'suggestion-declined':
      return declined(state, event);
    case 'decline-notice-confirmed':
      return {
        ...inStatus(state, event, 'declined'),
        notice: { told: true, on: event.on, how: event.toldHow },
      };
    case 'suggestion-merged':
      return merged(inStatus(state, event, 'registered'), event);
    case 'suggestion-absorbed': {
      const parent = inStatus(state, event, 'registered');
      const deputyIds = [event.childLeadDeputyId, ...event.childCosignerIds];
      const child = { suggestionId: event.childId, number: event.childNumber, deputyIds };
      return { ...parent, children: [...parent.children, child] };
    }
    case 'withdrawal-signed':
      return signedWithdrawal(state, event);
    case 'withdrawal-requested': {
      const { signedBy, reason } = event;
      return { ...submittedOrRegistered(state, event), withdrawal: { phase: 'requested', signedBy, reason } };
    }
    case 'suggestion-withdrawn':
      return withdrawn(state, event);
    default:
      return assertNever(event);
  }
}

type Fact<Type extends SuggestionEvent['type']> = Extract<SuggestionEvent, { type: Type }>;

function drafted(event: Fact<'suggestion-drafted'>): Draft {
  const { type: _, ...authored } = event;
  return { ...authored, status: 'draft', textVersion: 0, preReviews: [] };
}

function cosignersAfter(
  cosigners: readonly Cosigner[],
  event: Fact<'cosignature-requested' | 'cosignature-confirmed' | 'cosignature-voided' | 'cosigner-removed'>,
): readonly Cosigner[] {
  switch (event.type) {
    case 'cosignature-requested':
      return [
        ...cosigners,
        ...event.deputyIds.map((deputyId): Cosigner => ({ deputyId, answer: 'pending' })),
      ];
    case 'cosignature-confirmed': {
      const { deputyId, textHash, on } = event;
      return cosigners.map((one) =>
        one.deputyId === deputyId ? { deputyId, answer: 'confirmed', textHash, on } : one,
      );
    }
    case 'cosignature-voided':
      return cosigners.map((one) =>
        event.deputyIds.includes(one.deputyId) ? { deputyId: one.deputyId, answer: 'pending' } : one,
      );
    case 'cosigner-removed':
      return cosigners.filter((one) => one.deputyId !== event.deputyId);
    default:
      return assertNever(event);
  }
}

/** A draft with invitations is cosigning, without any a plain draft; the other statuses only carry the list. */
function withCosigners(state: Drafting, cosigners: readonly Cosigner[]): Drafting {
  if (state.status === 'returned' || state.status === 'pre-review') return { ...state, cosigners };
  return draftWith(state, cosigners);
}

function draftWith(state: Drafting, cosigners: readonly Cosigner[]): Drafting {
  const { suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews } = state;
  const authored = { suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews };
  return cosigners.length === 0
    ? { ...authored, status: 'draft' }
    : { ...authored, status: 'cosigning', cosigners };
}

function askedForPreReview(state: Drafting, event: Fact<'pre-review-requested'>): Drafting {
  const { requestedAt, clock } = event;
  const { suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews } = state;
  const authored = { suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews };
  return { ...authored, status: 'pre-review', cosigners: cosignersOf(state), requestedAt, clock };
}

function answered(state: Drafting, event: Fact<'pre-review-answered'>): Drafting {
  const preReviews = [...state.preReviews, event.advice];
  return draftWith({ ...state, preReviews }, cosignersOf(state));
}

function ledBy(state: Suggestion, event: Fact<'lead-passed'>): Suggestion {
  const { leadDeputyId, cosignerIds } = event;
  return { ...submittedOrRegistered(state, event), leadDeputyId, cosignerIds };
}

function submitted(state: Drafting, event: Fact<'suggestion-submitted'>): Submitted {
  const { suggestionId, kind, leadDeputyId, enteredBy, preReviews } = state;
  const { text, textHash, textVersion, cosignerIds, period, submittedOn } = event;
  const { conversion: before, toSplit } = state.status === 'returned' ? state : {};
  // What the presidium decided stands, also over a corrected text.
  const conversion =
    before?.state === 'decided' ? before : ({ state: kind === 'motion' ? 'awaited' : 'not-needed' } as const);
  return {
    ...{ suggestionId, kind, leadDeputyId, enteredBy, preReviews, text, textHash, textVersion },
    ...{ cosignerIds, period, submittedOn, conversion, ...(toSplit && { toSplit }) },
    status: 'submitted',
    withdrawal: { phase: 'none' },
  };
}

function decidedBy(event: Fact<'suggestion-converted'>) {
  const { motionNumber, decisionNumber, decidedOn } = event;
  return { motionNumber, decisionNumber, decidedOn };
}

function registered(state: Submitted, event: Fact<'suggestion-registered'>): Registered {
  const { number, displayNumber, category, registeredOn, rulePackVersion, overseerIds = [] } = event;
  const { toSplit: _judged, ...kept } = state;
  return {
    ...kept,
    ...{ number, displayNumber, category, registeredOn, rulePackVersion, overseerIds },
    status: 'registered',
    handling: { phase: 'unassigned' },
    children: [],
  };
}

function returned(state: Submitted, event: Fact<'suggestion-returned'>): Returned {
  const { toSplit: _earlier, withdrawal: _withdrawal, ...kept } = state;
  const { textHash, submittedOn: on } = state;
  const { explanation, returnedOn, matters } = event;
  const cosigners = state.cosignerIds.map((deputyId): Cosigner => ({
    deputyId,
    answer: 'confirmed',
    textHash,
    on,
  }));
  return {
    ...kept,
    status: 'returned',
    ...{ cosigners, explanation, returnedOn },
    ...(matters.length > 0 && { toSplit: { matters, textHash } }),
  };
}

function declined(state: Suggestion, event: Fact<'suggestion-declined'>): Declined {
  if (state.status !== 'submitted' && state.status !== 'registered' && state.status !== 'returned') {
    throw impossible(state, event);
  }
  const { suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews } = state;
  const { submittedOn, period, cosignerIds } = state;
  const { ground, explanation, deputyHeardOn, declinedOn } = event;
  return {
    ...{ suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews },
    ...{ submittedOn, period, cosignerIds, ground, explanation, deputyHeardOn, declinedOn },
    status: 'declined',
    notice: { told: false },
    numbered: numberedOf(state),
  };
}

function merged(state: Registered, event: Fact<'suggestion-merged'>): Merged {
  const { conversion: _c, withdrawal: _w, handling: _h, children: _i, ...kept } = state;
  return { ...kept, status: 'merged', parentId: event.parentId, mergedOn: event.mergedOn };
}

function signedWithdrawal(state: Suggestion, event: Fact<'withdrawal-signed'>): Suggestion {
  const under = submittedOrRegistered(state, event);
  const before = under.withdrawal.phase === 'none' ? [] : under.withdrawal.signedBy;
  const signedBy = [...before, event.deputyId];
  return { ...under, withdrawal: { phase: 'signing', signedBy, reason: event.reason } };
}

function withdrawn(state: Suggestion, event: Fact<'suggestion-withdrawn'>): Withdrawn {
  const { suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews } = state;
  const cosignerIds = isDrafting(state) ? [] : state.cosignerIds;
  return {
    ...{ suggestionId, kind, leadDeputyId, enteredBy, text, textHash, textVersion, preReviews },
    status: 'withdrawn',
    cosignerIds,
    withdrawnOn: event.withdrawnOn,
    numbered: numberedOf(state),
  };
}

function drafting(state: Suggestion, event: SuggestionEvent): Drafting {
  if (!isDrafting(state)) throw impossible(state, event);
  return state;
}

function submittedOrRegistered(state: Suggestion, event: SuggestionEvent): Submitted | Registered {
  if (state.status !== 'submitted' && state.status !== 'registered') throw impossible(state, event);
  return state;
}

function inStatus<Status extends Suggestion['status']>(
  state: Suggestion,
  event: SuggestionEvent,
  status: Status,
): Extract<Suggestion, { status: Status }> {
  if (state.status !== status) throw impossible(state, event);
  // The comparison above is the proof that the compiler cannot draw for a generic status.
  return state as Extract<Suggestion, { status: Status }>;
}

function impossible(state: Suggestion, event: SuggestionEvent): Error {
  return new Error(`${event.type} cannot follow ${state.status} (${state.suggestionId})`);
}
