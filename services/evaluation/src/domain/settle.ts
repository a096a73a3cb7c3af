import type { CaseFile } from './case-file.ts';
import type { EvaluationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { nextConsequence, type Occasion } from './follow-up.ts';

/** Most consequences one fact can have in a row; more is a rule that never rests. */
const MAX_CONSEQUENCES = 50;

/** Applies events and their consequences until nothing more follows. */
export function settle(
  before: CaseFile,
  change: Occasion & { readonly events: readonly EvaluationEvent[] },
): { readonly file: CaseFile; readonly events: readonly EvaluationEvent[] } {
  let file = change.events.reduce(evolve, before);
  const events = [...change.events];
  for (let round = 0; ; round += 1) {
    const more = nextConsequence(file, change);
    if (more.length === 0) return { file, events };
    if (round === MAX_CONSEQUENCES) throw new Error(`case ${file.caseId} never comes to rest`);
    file = more.reduce(evolve, file);
    events.push(...more);
  }
}
