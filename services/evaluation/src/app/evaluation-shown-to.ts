import type { Evaluation } from '../domain/evaluation.ts';
import { mayReadOpinions, type Asker } from '../domain/rights.ts';

/** An evaluation the asker may read, with its co-signers' opinions only where they may be seen as well. */
export function evaluationShownTo(asker: Asker, evaluation: Evaluation): Evaluation {
  return mayReadOpinions(asker, evaluation) ? evaluation : { ...evaluation, cosignerOpinions: [] };
}
