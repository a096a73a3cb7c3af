import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import { mandateEnded } from '../domain/foreign-facts.ts';
import type { Membership } from '../domain/mandate.ts';
import { isDrafting, type Suggestion } from '../domain/suggestion.ts';
import { recordFacts } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** More drafts and open submissions than any deputy has at once; beyond it something else is wrong. */
const MAX_OPEN_SUGGESTIONS = 500;

/** A deputy leaves: open invitations fall away, a submitted suggestion passes to its first co-signer in office. */
export function reactToEndedMandate(ports: IntakePorts) {
  return async (where: {
    tx: Tx;
    open: OpenAnother;
    tenant: string;
    deputyId: string;
    at: Date;
  }): Promise<void> => {
    const { tx, tenant, deputyId, at } = where;
    const which = { deputyId, limit: MAX_OPEN_SUGGESTIONS };
    // Ascending ids, the lock order of every transaction that holds several suggestions.
    for (const suggestionId of await ports.suggestions.unregisteredOf(tx, tenant, which)) {
      const stream = await where.open(suggestionId);
      const stored = await ports.suggestions.load(tx, tenant, suggestionId);
      if (stored === undefined) continue;
      const cosignerMemberships = await membershipsOfCosigners(ports, tx, stored.suggestion);
      const facts = mandateEnded(stored.suggestion, { deputyId, cosignerMemberships });
      await recordFacts(ports, { tx, stream, tenant, at }, stored.suggestion, facts);
    }
  };
}

async function membershipsOfCosigners(
  ports: IntakePorts,
  tx: Tx,
  suggestion: Suggestion,
): Promise<ReadonlyMap<string, readonly Membership[]>> {
  const known = new Map<string, readonly Membership[]>();
  if (isDrafting(suggestion)) return known;
  for (const id of suggestion.cosignerIds) known.set(id, await ports.reference.memberships(tx, id));
  return known;
}
