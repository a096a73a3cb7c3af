import { isRejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import { consequences } from '../domain/consequences.ts';
import {
  absorb,
  openCase,
  shareOfFact,
  type ForeignFact,
  type Registration,
} from '../domain/foreign-facts.ts';
import { shareOf, type SuggestionCase } from '../domain/suggestion-case.ts';
import { recordFacts, type OpenCase } from './change-case.ts';
import { circumstancesOf } from './circumstances.ts';
import type { AssignmentPorts } from './ports.ts';

/** Where and when another service's fact about one suggestion arrives. */
export interface FactArrival {
  readonly tx: Tx;
  readonly open: OpenAnother;
  readonly tenant: string;
  readonly eventId: string;
  readonly suggestionId: string;
  /** When it happened, in business time. */
  readonly at: Date;
}

/**
 * Makes another service's fact part of the case and decides what follows from it. The inbox row of the foreign event is
 * the record of the first, an event of assignment's own that of the second. A fact about a case or share not heard of
 * yet is stored.
 */
export function keepForeignFact(ports: AssignmentPorts) {
  return async (arrival: FactArrival, fact: ForeignFact): Promise<void> => {
    const { tx, tenant, suggestionId, eventId, at } = arrival;
    const stream = await arrival.open(suggestionId);
    const stored = await ports.cases.load(tx, tenant, suggestionId);
    const shareId = shareOfFact(fact);
    if (stored === undefined || (shareId !== '' && shareOf(stored.suggestion, shareId) === undefined)) {
      await ports.earlyFacts.keep(tx, tenant, { eventId, suggestionId, fact, at });
      return;
    }
    await applyFact(ports, { tx, stream, tenant, at }, stored.suggestion, fact);
  };
}

/**
 * Returned for correction or declined by intake: ends a case to be assigned. Most such suggestions were never registered
 * and have no case; nothing is kept of them, since a later registration opens one afresh.
 */
export function keepLeavingBeforeCase(ports: AssignmentPorts) {
  const keep = keepForeignFact(ports);
  return async (arrival: FactArrival, fact: ForeignFact): Promise<void> => {
    const known = await ports.cases.load(arrival.tx, arrival.tenant, arrival.suggestionId);
    if (known !== undefined) await keep(arrival, fact);
  };
}

/** Opens the case at registration (S5) with what was heard about it before. A corrected registration opens it anew. */
export function openRegisteredCase(ports: AssignmentPorts) {
  return async (arrival: FactArrival, registration: Registration): Promise<void> => {
    const { tx, tenant, suggestionId, at } = arrival;
    const stream = await arrival.open(suggestionId);
    const known = await ports.cases.load(tx, tenant, suggestionId);
    if (known !== undefined && known.suggestion.shares.length > 0) return;
    const opened = openCase(registration);
    const after = { suggestion: opened, version: stream.version };
    await ports.cases.save(tx, tenant, { before: known?.suggestion, after, at });
    let suggestion = opened;
    for (const early of await ports.earlyFacts.take(tx, tenant, suggestionId)) {
      suggestion = await applyFact(ports, { tx, stream, tenant, at }, suggestion, early.fact);
    }
  };
}

async function applyFact(
  ports: AssignmentPorts,
  open: OpenCase,
  before: SuggestionCase,
  fact: ForeignFact,
): Promise<SuggestionCase> {
  const { tx, stream, tenant, at } = open;
  const known = absorb(before, fact);
  const under = await circumstancesOf(ports.reference, tx, { suggestion: known, at });
  // Not a refusal but a fact come too early: the event is delivered again once directory's facts are here.
  if (isRejection(under))
    throw new Error(`${fact.type}: directory's ${String(under.detail?.['fact'])} is missing`);
  await ports.cases.save(tx, tenant, { before, after: { suggestion: known, version: stream.version }, at });
  return recordFacts(ports, open, known, consequences(known, fact, under));
}
