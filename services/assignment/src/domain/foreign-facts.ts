import { assertNever } from '@huiyin/kernel/assert-never';
import type { LocalDate } from '@huiyin/kernel/local-date';

import { applyClockFacts, type ClockFact } from './clock-fact.ts';
import { contactsAnew } from './face-to-face.ts';
import { underLead } from './follow-lead.ts';
import { owesReply, type Share } from './share.ts';
import type { PromiseJudged } from './situation-change.ts';
import { owedKey, withShare, type OwedDeputy, type SuggestionCase } from './suggestion-case.ts';

/** What intake says when a suggestion gets its number. */
export interface Registration {
  readonly suggestionId: string;
  readonly number: string;
  readonly displayNumber: string;
  readonly title: string;
  readonly category: string;
  readonly registeredOn: LocalDate;
  readonly period: 'in-session' | 'between-sessions';
  readonly leadDeputyId: string;
  readonly cosignerIds: readonly string[];
  readonly authorConfidential: boolean;
  /** Committees that oversee the category 对口督办. */
  readonly overseerIds: readonly string[];
  readonly wishedUnitIds: readonly string[];
  readonly demands: readonly string[];
  /** The rules in force when the suggestion got its number; the case keeps them. */
  readonly rulePackVersion: string;
  readonly clocks: readonly ClockFact[];
}

/** Facts of other services that change what assignment knows of a case. They may come in any order. */
export type ForeignFact =
  | { readonly type: 'merged'; readonly parentId: string; readonly clocks: readonly ClockFact[] }
  | {
      readonly type: 'absorbed';
      readonly childId: string;
      readonly leadDeputyId: string;
      readonly cosignerIds: readonly string[];
    }
  /** A co-signer took the lead from a deputy out of office, who is owed his own reply all the same. */
  | { readonly type: 'lead-passed'; readonly fromDeputyId: string; readonly leadDeputyId: string }
  | {
      readonly type: 'dual-confirmation-completed';
      readonly assignmentId: string;
      readonly on: LocalDate;
      readonly manner: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'on-site-held';
      readonly assignmentId: string;
      readonly on: LocalDate;
      readonly clocks: readonly ClockFact[];
    }
  | { readonly type: 'on-site-waived'; readonly assignmentId: string; readonly clocks: readonly ClockFact[] }
  | {
      readonly type: 'round-ordered';
      readonly assignmentId: string;
      readonly round: number;
      readonly clocks: readonly ClockFact[];
    }
  /** The lead deputy has evaluated, or the silence is recorded: the feedback that the delivery asked for is owed no more. */
  | { readonly type: 'feedback-ended'; readonly clocks: readonly ClockFact[] }
  | ({ readonly type: 'promise-judged' } & PromiseJudged)
  /** Intake withdrew it, returned it for correction or declined it before 交办. */
  | { readonly type: 'left-road'; readonly on: LocalDate; readonly clocks: readonly ClockFact[] }
  /** All signatures of a withdrawal are in: assignment must answer. */
  | { readonly type: 'withdrawal-requested' }
  /** Supervision: the last day for 签收 passed. */
  | { readonly type: 'receipt-missed'; readonly assignmentId: string; readonly lastDay: LocalDate }
  /** Supervision: the last day for a return passed. */
  | { readonly type: 'return-window-ended'; readonly assignmentId: string; readonly lastDay: LocalDate }
  | { readonly type: 'coordination-met'; readonly meetingId: string; readonly on: LocalDate }
  | { readonly type: 'task-force-met'; readonly meetingId: string; readonly on: LocalDate }
  | { readonly type: 'closed'; readonly on: LocalDate }
  | { readonly type: 'sealed' }
  | { readonly type: 'reopened' };

/** Opens the case: S5, the desk is accountable. */
export function openCase(registration: Registration): SuggestionCase {
  const { suggestionId: id, leadDeputyId, cosignerIds, clocks, ...known } = registration;
  // The desk's month for 交办 counts from the closing of the session.
  const session = clocks.find(({ kind, op }) => kind === 'session_assign' && op === 'start');
  return {
    id,
    ...known,
    ...(session === undefined ? {} : { sessionClosesOn: session.startDate }),
    owed: owedFor(id, leadDeputyId, cosignerIds),
    phase: { name: 'to-assign' },
    classification: { state: 'unclassified' },
    keyMark: { marked: false },
    taskForce: { state: 'none' },
    coordination: { state: 'none' },
    returnsGranted: 0,
    shares: [],
    openClocks: applyClockFacts([], clocks),
  };
}

/** The share a fact is about; empty when it is about the whole case. */
export function shareOfFact(fact: ForeignFact): string {
  return 'assignmentId' in fact ? fact.assignmentId : '';
}

/** The case with a foreign fact known. Applying one twice changes nothing. */
export function absorb(suggestion: SuggestionCase, fact: ForeignFact): SuggestionCase {
  const known = absorbFact(suggestion, fact);
  const clocks = 'clocks' in fact ? fact.clocks : [];
  return { ...known, openClocks: applyClockFacts(known.openClocks, clocks) };
}

function absorbFact(suggestion: SuggestionCase, fact: ForeignFact): SuggestionCase {
  switch (fact.type) {
    case 'merged':
      return { ...suggestion, phase: { name: 'merged', parentId: fact.parentId } };
    case 'absorbed':
      return { ...suggestion, owed: withChild(suggestion.owed, fact) };
    case 'lead-passed':
      return underLead(suggestion, fact.leadDeputyId);
    case 'dual-confirmation-completed': {
      const { on, manner } = fact;
      return withShare(suggestion, fact.assignmentId, (share) => ({
        ...share,
        dualConfirmation: share.dualConfirmation.done ? share.dualConfirmation : { done: true, on, manner },
      }));
    }
    case 'on-site-held':
    case 'on-site-waived':
      return withOnSiteDone(suggestion, fact);
    case 'round-ordered':
      return withShare(suggestion, fact.assignmentId, (share) => inRound(share, fact.round));
    case 'left-road':
      return suggestion.phase.name === 'to-assign'
        ? { ...suggestion, phase: { name: 'ended', on: fact.on } }
        : suggestion;
    case 'feedback-ended':
    case 'withdrawal-requested':
    case 'receipt-missed':
    case 'return-window-ended':
    case 'coordination-met':
    case 'task-force-met':
    case 'promise-judged':
      return suggestion;
    case 'closed':
      return { ...suggestion, phase: { name: 'closed', on: fact.on } };
    case 'sealed':
      return suggestion.phase.name === 'closed'
        ? { ...suggestion, phase: { ...suggestion.phase, sealed: true } }
        : suggestion;
    case 'reopened':
      return suggestion.phase.name === 'closed' ? { ...suggestion, phase: { name: 'handling' } } : suggestion;
    default:
      return assertNever(fact);
  }
}

function owedFor(suggestionId: string, leadDeputyId: string, cosignerIds: readonly string[]): OwedDeputy[] {
  return [
    { deputyId: leadDeputyId, suggestionId, isLead: true },
    ...cosignerIds.map((deputyId) => ({ deputyId, suggestionId, isLead: false })),
  ];
}

/** 并案: every deputy of the child is answered separately (SD20). */
function withChild(
  owed: readonly OwedDeputy[],
  fact: Extract<ForeignFact, { type: 'absorbed' }>,
): readonly OwedDeputy[] {
  const known = new Set(owed.map(owedKey));
  const more = owedFor(fact.childId, fact.leadDeputyId, fact.cosignerIds);
  return [...owed, ...more.filter((deputy) => !known.has(owedKey(deputy)))];
}

/** A meeting named without a share was held for all who owe a reply. */
function withOnSiteDone(
  suggestion: SuggestionCase,
  fact: Extract<ForeignFact, { type: 'on-site-held' | 'on-site-waived' }>,
): SuggestionCase {
  const concerns = (share: Share): boolean =>
    fact.assignmentId === '' ? owesReply(share) : share.id === fact.assignmentId;
  const done = (share: Share): Share => {
    if (fact.type === 'on-site-waived') {
      return share.onSite.state === 'held' ? share : { ...share, onSite: { state: 'waived' } };
    }
    const met = { ...share, contacts: { ...share.contacts, faceToFace: 'met' as const } };
    return share.onSite.state === 'held' ? met : { ...met, onSite: { state: 'held', on: fact.on } };
  };
  return {
    ...suggestion,
    shares: suggestion.shares.map((share) => (concerns(share) ? done(share) : share)),
  };
}

/** Handling starts anew with what was done kept; the deputy must be heard again and the reply drafted anew. */
function inRound(share: Share, round: number): Share {
  if (share.status.name !== 'replied' || round <= share.round) return share;
  return {
    ...share,
    round,
    status: { name: 'in-handling', receipt: share.status.receipt },
    contacts: contactsAnew(share.contacts),
    draft: { state: 'none' },
  };
}
