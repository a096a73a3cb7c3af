import type { EvaluationEvent } from './events.ts';
import type { CosignerOpinion, Evaluation } from './evaluation.ts';
import { isOpen } from './evaluation.ts';

/** An evaluation after an event. What was submitted, lapsed or voided never changes. */
export function evolveEvaluation(evaluation: Evaluation, event: EvaluationEvent): Evaluation {
  if (!('evaluationId' in event) || event.evaluationId !== evaluation.evaluationId || !isOpen(evaluation)) {
    return evaluation;
  }
  const asked = evaluation.status === 'overdue' ? withoutGrace(evaluation) : evaluation;
  switch (event.type) {
    case 'suggestion-evaluated':
      return { ...asked, status: 'submitted', form: event.form, submittedOn: event.evaluatedOn };
    case 'cosigner-opinion-given':
      return { ...evaluation, cosignerOpinions: withOpinion(evaluation.cosignerOpinions, event.opinion) };
    case 'feedback-overdue':
      return { ...asked, status: 'overdue', overdueSince: event.overdueSince };
    case 'suggestion-lapsed':
      return { ...asked, status: 'lapsed', lapsedOn: event.lapsedOn };
    default:
      return evaluation;
  }
}

function withoutGrace({ overdueSince: _, ...asked }: Extract<Evaluation, { status: 'overdue' }>) {
  return asked;
}

/** A co-signer may think again until the lead deputy submits. */
function withOpinion(
  opinions: readonly CosignerOpinion[],
  given: CosignerOpinion,
): readonly CosignerOpinion[] {
  return [...opinions.filter((opinion) => opinion.deputyId !== given.deputyId), given];
}
