import type { Schemas } from '../../api/client.ts';
import type { Judgement } from './judgement.ts';

/** A judgement as the API takes it. */
export function judged(judgement: Judgement): Schemas['ClassifySuggestionInput'] {
  const { scope, difficulty, urgency, expectedUnits, handlingType, overrideReason, keyProposed } = judgement;
  const score = ({ points = 0, reason }: Judgement['scope']): { points: number; reason: string } => ({
    points,
    reason: reason.trim(),
  });
  const scores = { scope: score(scope), difficulty: score(difficulty), urgency: score(urgency) };
  return { ...scores, expectedUnits, handlingType, overrideReason: overrideReason.trim(), keyProposed };
}
