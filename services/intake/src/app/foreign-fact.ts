import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { Suggestion } from '../domain/suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** Where and when another service's fact about one suggestion arrives. */
export interface ForeignFact {
  readonly tx: Tx;
  readonly open: OpenAnother;
  readonly tenant: string;
  readonly suggestionId: string;
  /** When it happened, in business time. */
  readonly at: Date;
}

/**
 * Keeps a foreign fact in a suggestion's state. The inbox row of the foreign event is the record of such a change, so
 * intake writes no event of its own and the version stays. A suggestion that intake does not hold (an imported case)
 * is none of its business.
 */
export async function keepForeignFact(
  ports: IntakePorts,
  where: ForeignFact,
  note: (suggestion: Suggestion) => Suggestion,
): Promise<void> {
  const { tx, tenant, suggestionId } = where;
  await where.open(suggestionId);
  const stored = await ports.suggestions.load(tx, tenant, suggestionId);
  if (stored === undefined) return;
  const suggestion = note(stored.suggestion);
  if (suggestion === stored.suggestion) return;
  await ports.suggestions.save(tx, tenant, { suggestion, version: stored.version }, where.at);
}
