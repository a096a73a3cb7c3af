import { localDateOf } from '@huiyin/kernel/local-date';
import { handlingEnded } from '../domain/withdrawing.ts';
import { recordFacts } from './change-suggestion.ts';
import type { ForeignFact } from './foreign-fact.ts';
import type { IntakePorts } from './ports.ts';

/** Assignment ended the case: a requested withdrawal is done. */
export function completeWithdrawal(ports: IntakePorts) {
  return async (where: ForeignFact): Promise<void> => {
    const { tx, tenant, at, suggestionId } = where;
    const stream = await where.open(suggestionId);
    const stored = await ports.suggestions.load(tx, tenant, suggestionId);
    if (stored === undefined) return;
    const facts = handlingEnded(stored.suggestion, localDateOf(at));
    await recordFacts(ports, { tx, stream, tenant, at }, stored.suggestion, facts);
  };
}
