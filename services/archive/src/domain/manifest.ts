import { createHash } from 'node:crypto';
import { inOrder, type Fact } from './fact.ts';

/** The list of everything a case consists of, each entry by the hash its owner chained it with. */
export function manifestOf(
  caseId: string,
  facts: readonly (Fact & { readonly hash: string })[],
): { json: string; hash: string; entries: number } {
  const hashes = new Map(facts.map((fact) => [fact.eventId, fact.hash]));
  const entries = inOrder(facts).map((fact) => ({
    service: fact.service,
    version: fact.version,
    type: fact.type,
    eventId: fact.eventId,
    occurredAt: fact.occurredAt.toISOString(),
    hash: hashes.get(fact.eventId) ?? '',
  }));
  // Keys are written in a fixed order, so the text is canonical as it is.
  const json = JSON.stringify({ caseId, entries });
  return { json, hash: createHash('sha256').update(json).digest('hex'), entries: entries.length };
}
