import type { CommandContext } from '@huiyin/kernel/command-context';
import type { EvaluationForm } from '../domain/evaluation.ts';
import type { EvaluationEvent } from '../domain/events.ts';
import { submitEvaluation as decide, type EvaluationChoice } from '../domain/submit-evaluation.ts';
import { changeCase } from './change-case.ts';
import type { EvaluationPorts } from './ports.ts';

export interface SubmitEvaluationRequest extends EvaluationChoice {
  readonly suggestionId: string;
  readonly form: Omit<EvaluationForm, 'resultClass'>;
}

/** The lead deputy evaluates a reply. */
export function submitEvaluation(ports: EvaluationPorts) {
  return ({ suggestionId, ...evaluation }: SubmitEvaluationRequest, ctx: CommandContext) =>
    changeCase(ports, ctx, {
      caseId: suggestionId,
      action: 'evaluation.evaluate',
      concern: () => ({ signedSuggestionId: evaluation.signedSuggestionId }),
      decide: (file, { today, rules }) =>
        decide(file, { ...evaluation, personId: ctx.actor.personId, today, rules }),
      answerId: evaluationId,
    });
}

function evaluationId(events: readonly EvaluationEvent[]): string {
  const submitted = events.find((event) => event.type === 'suggestion-evaluated');
  if (submitted === undefined) throw new Error('an evaluation was submitted without its event');
  return submitted.evaluationId;
}
