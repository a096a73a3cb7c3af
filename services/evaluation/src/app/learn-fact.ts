import { localDateOf } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import { emptyFile } from '../domain/case-file.ts';
import type { Fact } from '../domain/facts.ts';
import { learn } from '../domain/learn.ts';
import { record } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';
import { rulesKept } from './rules-kept.ts';

/** Where and when another service's fact about one case arrives. */
export interface ForeignFact {
  readonly tx: Tx;
  readonly open: OpenAnother;
  readonly tenant: string;
  readonly suggestionId: string;
  /** When it happened, in business time. */
  readonly at: Date;
}

/** Keeps a fact, whatever else is known yet, and decides what follows from all that is known by now. */
export function learnFact(ports: EvaluationPorts) {
  return async (where: ForeignFact, fact: Fact): Promise<void> => {
    const { tx, tenant, suggestionId } = where;
    const stream = await where.open(suggestionId);
    const stored = await ports.files.load(tx, tenant, suggestionId);
    const today = localDateOf(where.at);
    const file = learn(stored?.file ?? emptyFile(suggestionId), fact);
    const rules = await rulesKept(ports.reference, tx, { file, today });
    // Redelivered until directory's fact is here.
    if (rules === undefined)
      throw new Error(`the rules of case ${suggestionId} of ${tenant} are not known yet`);
    await record(ports, { tx, stream, tenant }, { before: stored?.file, file, events: [], today, rules });
  };
}
